//! One event, whole, as plain text.

use std::io::{self, Write};

use super::{
    sheet::{Fact, Heading, Phrase, Section, Sheet, printed, sheet},
    style::{Ink, PrintStyle},
};
use crate::{
    catalog::{Catalog, EventIdx},
    text::{printable, text_width, wrap},
};

/// Cells that a line of text keeps at the least, however narrow the terminal.
const NARROWEST: usize = 20;

/// Writes everything that `catalog` has of the event `id`.
pub fn write_event(catalog: &Catalog, id: EventIdx, style: &PrintStyle, out: &mut dyn Write) -> io::Result<()> {
    let Sheet { title, id: name, sections, .. } = sheet(catalog, id);
    let page = Page { style, lead: widest_lead(&sections) };
    for line in page.lines(&title, 0) {
        writeln!(out, "{}", style.color.paint(Ink::Strong, &line))?;
    }
    writeln!(out, "{}", style.color.paint(Ink::Faint, &format!("[{}]", printable(&name))))?;
    for section in &sections {
        let ink = if section.heading == Heading::Status { Ink::Status(catalog.status(id)) } else { Ink::Plain };
        page.section(section, ink, out)?;
    }
    if let Some(address) = catalog.address(id) {
        let file = Phrase::Words(format!("{}:{}", address.name, address.line));
        let fact = Fact { phrases: vec![file], ..Fact::default() };
        page.section(&Section { heading: Heading::File, facts: vec![fact] }, Ink::Plain, out)?;
    }
    Ok(())
}

fn widest_lead(sections: &[Section]) -> usize {
    sections.iter().flat_map(|it| &it.facts).map(|it| text_width(&printable(&it.lead))).max().unwrap_or(0)
}

struct Page<'a> {
    style: &'a PrintStyle,
    /// Cells of the widest lead, so that all sections line up.
    lead: usize,
}

impl Page<'_> {
    fn section(&self, section: &Section, ink: Ink, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\n{}", self.style.color.paint(Ink::Strong, section.heading.words()))?;
        let has_leads = section.facts.iter().any(|it| !it.lead.is_empty());
        let indent = if has_leads { 2 + self.lead + 2 } else { 2 };
        for fact in &section.facts {
            let lead = printable(&fact.lead);
            for (at, line) in self.lines(&printed(&fact.phrases), indent).iter().enumerate() {
                let first = if at == 0 { format!("  {lead}") } else { String::new() };
                let gap = " ".repeat(indent.saturating_sub(text_width(&first)));
                writeln!(out, "{first}{gap}{}", self.style.color.paint(ink, line))?;
            }
            for line in fact.details.iter().flat_map(|it| self.lines(&printed(it), indent + 2)) {
                writeln!(out, "{}{line}", " ".repeat(indent + 2))?;
            }
        }
        Ok(())
    }

    /// Returns `text` in lines that fit behind an indent, at least one.
    fn lines(&self, text: &str, indent: usize) -> Vec<String> {
        let text = printable(text);
        let lines = match self.style.width {
            Some(width) => wrap(&text, width.saturating_sub(indent).max(NARROWEST)),
            None => Vec::new(),
        };
        if lines.is_empty() { vec![text.trim_end().to_owned()] } else { lines }
    }
}
