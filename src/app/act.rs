//! What each action does.

use std::sync::Arc;

use crate::{
    chronology::Instant,
    keys::Action,
    layout::{LanesBy, Layout, Pane, Unit},
    query::Query,
    settings::Detail,
};

use super::{
    dialog::Dialog, line::Purpose, menu::Menu, msg::Effect, notice::Notice, panel::Panel, picker::Picker, state::State,
    way::Way,
};

impl State {
    /// Does `action` in the explorer, `count` times where that makes sense.
    pub(super) fn act(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        let n = count.unwrap_or(1).min(100_000) as isize;
        match action {
            Action::NextEvent => self.step(n),
            Action::PreviousEvent => self.step(-n),
            Action::NextInLane => self.step_in_lane(n),
            Action::PreviousInLane => self.step_in_lane(-n),
            Action::Down => self.step_down(n),
            Action::Up => self.step_down(-n),
            Action::PageDown => self.page_down(2 * n),
            Action::PageUp => self.page_down(-2 * n),
            Action::HalfPageDown => self.page_down(n),
            Action::HalfPageUp => self.page_down(-n),
            Action::First => self.go_to_end(Way::Back),
            Action::Last => self.go_to_end(Way::Forward),
            Action::Today => self.go_to_instant(Instant::at_start_of(self.today)),
            Action::GoToDate => self.ask(Purpose::GoToDate),
            Action::PanLeft => self.pan_ticks(-(n as i64)),
            Action::PanRight => self.pan_ticks(n as i64),
            Action::PanScreenLeft => self.pan_screens(-(n as i64)),
            Action::PanScreenRight => self.pan_screens(n as i64),
            Action::NextGap => self.go_to_gap(Way::Forward),
            Action::PreviousGap => self.go_to_gap(Way::Back),
            Action::BackInJumps => self.jump_back(Way::Back),
            Action::ForwardInJumps => self.jump_back(Way::Forward),
            Action::FollowLink => self.follow_link(),
            Action::NextOfParty => self.step_along_party(Way::Forward, n.unsigned_abs()),
            Action::PreviousOfParty => self.step_along_party(Way::Back, n.unsigned_abs()),
            Action::NextLinked => self.step_along_links(Way::Forward, n.unsigned_abs()),
            Action::PreviousLinked => self.step_along_links(Way::Back, n.unsigned_abs()),
            Action::NextProblem => self.step_along_problems(Way::Forward, n.unsigned_abs()),
            Action::PreviousProblem => self.step_along_problems(Way::Back, n.unsigned_abs()),
            Action::ZoomIn => self.zoom(n),
            Action::ZoomOut => self.zoom(-n),
            Action::FitAll => self.fit_all(),
            Action::FitSelection => self.fit_selection(),
            Action::Centre => self.centre(),
            Action::ZoomToHour => self.zoom_to(Unit::Hour),
            Action::ZoomToDay => self.zoom_to(Unit::Day),
            Action::ZoomToWeek => self.zoom_to(Unit::Week),
            Action::ZoomToMonth => self.zoom_to(Unit::Month),
            Action::ZoomToQuarter => self.zoom_to(Unit::Quarter),
            Action::ZoomToYear => self.zoom_to(Unit::Year),
            Action::ZoomToDecade => self.zoom_to(Unit::Decade),
            Action::ZoomToCentury => self.zoom_to(Unit::Century),
            Action::SwapZoom => self.swap_zoom(),
            Action::FoldGaps => self.fold_gaps(),
            Action::Search => self.ask(Purpose::Search),
            Action::SearchNext => self.go_to_hit(Way::Forward),
            Action::SearchPrevious => self.go_to_hit(Way::Back),
            Action::SearchThis => {
                if let Some(cursor) = self.view.cursor {
                    self.search_value_of(cursor);
                }
            }
            Action::Filter => self.ask(Purpose::Filter),
            Action::Parties => self.open_parties(),
            Action::FilterTheseParties => self.filter_these_parties(),
            Action::ToggleFilters => {
                self.filter.toggle();
                self.refresh();
            }
            Action::RemoveChip => self.remove_chip(count),
            Action::AsKnownOn => self.ask(Purpose::AsKnownOn),
            Action::NextDisclosure => self.step_disclosure(Way::Forward),
            Action::PreviousDisclosure => self.step_disclosure(Way::Back),
            Action::Mark => self.mark(n),
            Action::PickLane => self.pick_lane(),
            Action::MarkAll => {
                Arc::make_mut(&mut self.selection.marked).union_with(&self.shown.possibly);
                self.refresh();
            }
            Action::InvertMarks => {
                let marked = Arc::make_mut(&mut self.selection.marked);
                let both = marked.clone().intersect(&self.shown.possibly);
                marked.union_with(&self.shown.possibly);
                marked.subtract_with(&both);
                self.refresh();
            }
            Action::Range => self.toggle_range(),
            Action::SwapRangeEnds => self.swap_range_ends(),
            Action::TypeRange => self.ask(Purpose::TypeRange),
            Action::SnapRange => self.snap_range(),
            Action::Bookmarks => self.open_bookmarks(),
            Action::OpenDetail => {
                self.view.focus = if self.view.focus == Pane::Detail { Pane::Timeline } else { Pane::Detail }
            }
            Action::Export => self.open_export(),
            Action::CopyText
            | Action::CopyToml
            | Action::CopyJson
            | Action::CopyCsv
            | Action::CopyMarkdown
            | Action::CopyId
            | Action::CopyUrl => return self.copy(action),
            Action::Edit => return self.edit_event(),
            Action::OpenUrl => return self.open_url(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::NextPane => self.step_pane(1),
            Action::PreviousPane => self.step_pane(-1),
            Action::ToggleDetail => {
                self.view.detail = if self.view.detail == Detail::Shown { Detail::Hidden } else { Detail::Shown };
            }
            Action::ScrollDetailDown => self.scroll_detail(n),
            Action::ScrollDetailUp => self.scroll_detail(-n),
            Action::LayoutAll => self.lay_out(Layout::Auto, self.view.focus),
            Action::LayoutTimeline => self.lay_out(Layout::TimelineOnly, Pane::Timeline),
            Action::LayoutList => self.lay_out(Layout::ListOnly, Pane::List),
            Action::LanesBy => {
                let at = LanesBy::ALL.iter().position(|it| *it == self.view.lanes_by).unwrap_or(0);
                self.panels.push(Panel::LanesBy(Menu { at }));
            }
            Action::Statistics => self.open_statistics(),
            Action::Problems => self.open_problems(),
            Action::Help => {
                self.panels.push(Panel::Help { needle: tui_input::Input::default(), menu: Menu::default() })
            }
            Action::Palette => {
                self.panels.push(Panel::Palette { needle: tui_input::Input::default(), menu: Menu::default() })
            }
            Action::Tour => self.begin_tour(),
            Action::ToggleMouse => return self.toggle_mouse(),
            Action::Views => self.open_views(),
            Action::Reload => return self.reload(),
            Action::ForgetSession => {
                self.start_afresh();
                return vec![Effect::Forget];
            }
            Action::Redraw => return vec![Effect::Redraw],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Back => return self.back(),
            // One key too many is soon pressed: Esc closes, and never leaves.
            Action::Cancel => {
                if self.back().iter().any(|it| matches!(it, Effect::Quit)) {
                    self.notice = Some(Notice::info("q leaves"));
                }
            }
            Action::Quit => return vec![Effect::Quit],
            // These wait for a letter, or belong to lines and lists: `update` has sent them there.
            Action::SetBookmark
            | Action::JumpToBookmark
            | Action::Accept
            | Action::Complete
            | Action::HistoryPrevious
            | Action::HistoryNext
            | Action::SearchToFilter
            | Action::Pick
            | Action::TogglePick
            | Action::ExcludePick => {}
        }
        Vec::new()
    }

    /// Does `action`, which waited for `letter`.
    pub(super) fn act_with_letter(&mut self, action: Action, letter: char) {
        match (action, self.view.cursor) {
            (Action::SetBookmark, Some(cursor)) => {
                self.selection.bookmarks.insert(letter, cursor);
                self.notice = Some(Notice::info(format!("bookmark {letter} is here; '{letter} comes back")));
            }
            (Action::JumpToBookmark, _) if letter == '\'' => self.last_jump(),
            (Action::JumpToBookmark, _) => match self.selection.bookmarks.get(&letter) {
                Some(event) if self.shown.possibly.contains(*event) => self.jump_to(*event),
                Some(_) => {
                    self.notice =
                        Some(Notice::warning(format!("bookmark {letter} is hidden by the filter: F shows it")))
                }
                None => {
                    self.notice = Some(Notice::warning(format!("there is no bookmark {letter}: m{letter} sets it")))
                }
            },
            _ => {}
        }
    }

    /// Steps one layer back: the range, the detail of a small screen, and then out.
    fn back(&mut self) -> Vec<Effect> {
        if self.selection.range.is_some() || !self.selection.lanes.is_empty() {
            self.selection.range = None;
            self.selection.lanes.clear();
        } else if self.search.is_on() {
            self.search = super::search::Search::default();
        } else if self.view.focus == Pane::Detail {
            self.view.focus = Pane::Timeline;
        } else if self.view.layout != Layout::Auto {
            self.view.layout = Layout::Auto;
        } else if self.tour.is_some() {
            self.tour = None;
            self.settle();
        } else {
            return vec![Effect::Quit];
        }
        Vec::new()
    }

    fn go_to_hit(&mut self, way: Way) {
        let hit = match way {
            Way::Forward => self.search.next(self.view.cursor),
            Way::Back => self.search.previous(self.view.cursor),
        };
        match hit {
            Some(hit) => self.jump_to(hit),
            None if self.search.is_on() => {
                self.notice = Some(Notice::warning(format!("nothing that is shown holds `{}`", self.search.needle)))
            }
            None => self.notice = Some(Notice::warning("nothing is searched for: / searches")),
        }
    }

    fn open_parties(&mut self) {
        self.before_line = Some(self.snapshot());
        let picker = Picker::new(&self.data.catalog, self.filter.query());
        self.panels.push(Panel::Parties(Box::new(picker)));
    }

    fn filter_these_parties(&mut self) {
        let Some(cursor) = self.view.cursor else { return };
        let ids: Vec<String> =
            self.data.catalog.parties_of(cursor).map(|it| self.data.catalog.party(it).id.clone()).collect();
        if ids.is_empty() {
            self.notice = Some(Notice::warning("this event names no party"));
            return;
        }
        let term = Query::of_parties(ids);
        if self.filter.chips().iter().any(|it| it.text == term.text) {
            self.notice = Some(Notice::info("they are filtered by already"));
            return;
        }
        self.filter.narrow(term);
        self.refresh();
    }

    /// Removes the chip that the count names, or else the last.
    fn remove_chip(&mut self, count: Option<usize>) {
        let chips = self.filter.chips().len();
        let Some(last) = chips.checked_sub(1) else {
            self.notice = Some(Notice::warning("there is no filter: f sets one, p filters by party"));
            return;
        };
        self.filter.remove(count.map_or(last, |it| it.saturating_sub(1)).min(last));
        self.refresh();
    }

    fn toggle_mark(&mut self, id: crate::catalog::EventIdx) {
        Arc::make_mut(&mut self.selection.marked).toggle(id);
    }

    /// Marks the next `n` events, or unmarks those that are marked, and goes past them.
    fn mark(&mut self, n: isize) {
        for _ in 0..n.min(self.shown.len() as isize) {
            let Some(cursor) = self.view.cursor else { return };
            self.toggle_mark(cursor);
            self.step(1);
        }
        if self.filter.query().is_about_marks() {
            self.refresh();
        }
    }

    fn open_export(&mut self) {
        let scopes = self.scopes();
        if scopes.is_empty() {
            self.notice = Some(Notice::warning("there is no event to export"));
            return;
        }
        let dialog = Dialog::new(scopes, &self.data.catalog, &self.settings.export_format);
        self.panels.push(Panel::Export(Box::new(dialog)));
    }

    fn undo(&mut self) {
        match self.history.undo(self.snapshot()) {
            Some(before) => self.restore(before),
            None => self.notice = Some(Notice::info("nothing to undo")),
        }
    }

    fn redo(&mut self) {
        match self.history.redo(self.snapshot()) {
            Some(after) => self.restore(after),
            None => self.notice = Some(Notice::info("nothing to redo")),
        }
    }

    fn step_pane(&mut self, step: isize) {
        const ORDER: [Pane; 3] = [Pane::Timeline, Pane::List, Pane::Detail];
        let at = ORDER.iter().position(|it| *it == self.view.focus).unwrap_or(0);
        self.view.focus = ORDER[(at as isize + step).rem_euclid(3) as usize];
        self.settle();
    }

    fn lay_out(&mut self, layout: Layout, focus: Pane) {
        self.view.layout = layout;
        self.view.focus = focus;
        self.settle();
    }

    /// Takes `lanes_by` as what lanes are by; the lane picks were of the old lanes.
    pub(super) fn take_lanes_by(&mut self, lanes_by: LanesBy) {
        if lanes_by != self.view.lanes_by {
            self.view.lanes_by = lanes_by;
            self.selection.lanes.clear();
            self.view.lane = usize::MAX;
            self.refresh();
        }
    }
}
