//! The table of everything that a key, the palette or a click can ask for.

use strum::{Display, EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

/// Where the help lists an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumIter, IntoStaticStr)]
pub enum Group {
    /// To another event, or along the axis.
    Move,
    /// How much time fits on the screen.
    Zoom,
    /// What is searched for and what is hidden.
    Find,
    /// What a later action is about.
    Select,
    /// What is done with events.
    Act,
    /// What is on the screen beside the timeline.
    Panes,
    /// The program itself.
    App,
    /// Inside a line of text or a list to pick from.
    Prompt,
}

impl Group {
    /// Returns the heading above the group's actions.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Writes [`Action`]: the first line of an action's doc comment is its help text.
macro_rules! actions {
    ($($group:ident { $(#[doc = $help:literal] $name:ident = $label:literal,)* })*) => {
        /// Something that a user can ask for.
        ///
        /// Its kebab-case name is what key files and the palette call it; its doc comment is its help.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumIter, EnumString, IntoStaticStr)]
        #[strum(serialize_all = "kebab-case")]
        pub enum Action { $($(#[doc = $help] $name,)*)* }

        impl Action {
            /// Returns where the help lists the action.
            pub const fn group(self) -> Group {
                match self { $($(Self::$name => Group::$group,)*)* }
            }

            /// Returns the one or two words that a footer or a pop-up has room for.
            pub const fn label(self) -> &'static str {
                match self { $($(Self::$name => $label,)*)* }
            }

            /// Returns the sentence that the help prints, without a full stop.
            pub fn help(self) -> &'static str {
                match self { $($(Self::$name => $help,)*)* }.trim().trim_end_matches('.')
            }
        }
    };
}

actions! {
    Move {
        /// Go to the next event, on any lane.
        NextEvent = "next",
        /// Go to the previous event, on any lane.
        PreviousEvent = "previous",
        /// Go to the next event on this lane.
        NextInLane = "next here",
        /// Go to the previous event on this lane.
        PreviousInLane = "previous here",
        /// Go down a row or a lane.
        Down = "down",
        /// Go up a row or a lane.
        Up = "up",
        /// Go down a screen.
        PageDown = "page down",
        /// Go up a screen.
        PageUp = "page up",
        /// Go down half a screen.
        HalfPageDown = "half down",
        /// Go up half a screen.
        HalfPageUp = "half up",
        /// Go to the first event.
        First = "first",
        /// Go to the last event.
        Last = "last",
        /// Go to today.
        Today = "today",
        /// Go to a date to be typed.
        GoToDate = "go to date",
        /// Move the view one tick earlier.
        PanLeft = "earlier",
        /// Move the view one tick later.
        PanRight = "later",
        /// Move the view one screen earlier.
        PanScreenLeft = "screen earlier",
        /// Move the view one screen later.
        PanScreenRight = "screen later",
        /// Go to the end of the next long silence.
        NextGap = "next gap",
        /// Go to the start of the previous long silence.
        PreviousGap = "previous gap",
        /// Go to the next event of the same party.
        NextOfParty = "next of party",
        /// Go to the previous event of the same party.
        PreviousOfParty = "prev of party",
        /// Go to the next event that has a link.
        NextLinked = "next linked",
        /// Go to the previous event that has a link.
        PreviousLinked = "prev linked",
        /// Go to the next event that another contradicts, or that contradicts one.
        NextContradiction = "next against",
        /// Go to the previous event that another contradicts, or that contradicts one.
        PreviousContradiction = "prev against",
        /// Go to the next event in which the store has a problem.
        NextProblem = "next problem",
        /// Go to the previous event in which the store has a problem.
        PreviousProblem = "prev problem",
        /// Go back to where the last jump began.
        BackInJumps = "jump back",
        /// Go forward again after going back.
        ForwardInJumps = "jump forward",
        /// Go to the event that this one links to, or is linked from.
        FollowLink = "follow link",
    }
    Zoom {
        /// Show less time, around the cursor.
        ZoomIn = "zoom in",
        /// Show more time, around the cursor.
        ZoomOut = "zoom out",
        /// Fit every event that is shown.
        FitAll = "fit all",
        /// Fit the range, the marked events or this event; again, fit its surroundings.
        FitSelection = "fit selection",
        /// Move the cursor's event to the middle of the screen.
        Centre = "centre",
        /// Fit an hour around the cursor.
        ZoomToHour = "hour",
        /// Fit a day around the cursor.
        ZoomToDay = "day",
        /// Fit a week around the cursor.
        ZoomToWeek = "week",
        /// Fit a month around the cursor.
        ZoomToMonth = "month",
        /// Fit a quarter around the cursor.
        ZoomToQuarter = "quarter",
        /// Fit a year around the cursor.
        ZoomToYear = "year",
        /// Fit a decade around the cursor.
        ZoomToDecade = "decade",
        /// Fit a century around the cursor.
        ZoomToCentury = "century",
        /// Swap the last two zooms.
        SwapZoom = "last zoom",
        /// Fold long gaps between events, or unfold them.
        FoldGaps = "fold gaps",
    }
    Find {
        /// Search for words, hiding nothing.
        Search = "search",
        /// Go to the next event that the search found.
        SearchNext = "next hit",
        /// Go to the previous event that the search found.
        SearchPrevious = "previous hit",
        /// Search for the events of this one's first party, hiding nothing.
        SearchThis = "search this",
        /// Show only the events that a query finds.
        Filter = "filter",
        /// Show only the events of parties to be picked.
        Parties = "parties",
        /// Show only the events of this event's parties.
        FilterTheseParties = "its parties",
        /// Turn every filter off, or on again.
        ToggleFilters = "filters off/on",
        /// Remove one filter.
        RemoveChip = "drop filter",
        /// Show what the public knew on a date to be typed.
        AsKnownOn = "as known on",
        /// Go on to the day on which more came out, from nothing or from the date as of which events are shown.
        NextDisclosure = "next disclosed",
        /// Go back to the day on which more came out.
        PreviousDisclosure = "prev disclosed",
    }
    Select {
        /// Mark this event, or unmark it, and go to the next.
        Mark = "mark",
        /// Pick this lane for the range, or leave it out again.
        PickLane = "pick lane",
        /// Mark every event that is shown.
        MarkAll = "mark all",
        /// Mark what is unmarked and unmark what is marked, among what is shown.
        InvertMarks = "invert marks",
        /// Begin a range of time at the cursor.
        Range = "range",
        /// Move the other end of the range instead.
        SwapRangeEnds = "swap ends",
        /// Type the exact bounds of the range.
        TypeRange = "type range",
        /// Move the ends of the range to those of the events in it.
        SnapRange = "snap",
        /// Remember this place under a letter.
        SetBookmark = "bookmark",
        /// Go to the place remembered under a letter, or with ' again to where the last jump began.
        JumpToBookmark = "to bookmark",
        /// List the remembered places.
        Bookmarks = "bookmarks",
    }
    Act {
        /// Show the whole event.
        OpenDetail = "detail",
        /// Export the range, the marked events or what is shown to a file.
        Export = "export",
        /// Copy as plain text.
        CopyText = "text",
        /// Copy as TOML that is a store of its own.
        CopyToml = "TOML",
        /// Copy as JSON.
        CopyJson = "JSON",
        /// Copy as CSV.
        CopyCsv = "CSV",
        /// Copy as Markdown with citations.
        CopyMarkdown = "Markdown",
        /// Copy the id.
        CopyId = "id",
        /// Copy the URL of the source.
        CopyUrl = "URL",
        /// Open the store at this event in an editor.
        Edit = "edit",
        /// Open the URL of the source.
        OpenUrl = "open URL",
        /// Undo the last change of the view.
        Undo = "undo",
        /// Redo the change that was undone.
        Redo = "redo",
    }
    Panes {
        /// Move to the next pane.
        NextPane = "next pane",
        /// Move to the previous pane.
        PreviousPane = "previous pane",
        /// Show or hide the detail.
        ToggleDetail = "detail on/off",
        /// Scroll the detail down from any pane.
        ScrollDetailDown = "detail down",
        /// Scroll the detail up from any pane.
        ScrollDetailUp = "detail up",
        /// Show the timeline, the list and the detail.
        LayoutAll = "all panes",
        /// Show the timeline alone.
        LayoutTimeline = "timeline",
        /// Show the list alone.
        LayoutList = "list",
        /// Choose what makes a lane.
        LanesBy = "lanes by",
        /// Show counts, sums and gaps of what is selected or shown.
        Statistics = "statistics",
        /// Show what is wrong in the store.
        Problems = "problems",
        /// Choose one of the views saved under a name.
        Views = "views",
    }
    App {
        /// Show what every key does.
        Help = "help",
        /// Find an action by name.
        Palette = "palette",
        /// Learn what matters in two minutes, on the built-in chronology.
        Tour = "tour",
        /// Give the mouse back to the terminal, or take it again.
        ToggleMouse = "mouse on/off",
        /// Read the store again; what was refused for its errors is then shown.
        Reload = "reload",
        /// Forget what is remembered of this store, and start afresh.
        ForgetSession = "forget",
        /// Draw the screen afresh.
        Redraw = "redraw",
        /// Give the terminal back to the shell for now.
        Suspend = "suspend",
        /// Close what is open, or else leave.
        Back = "back",
        /// Leave at once.
        Quit = "quit",
    }
    Prompt {
        /// Take what was typed or the line under the cursor.
        Accept = "accept",
        /// Close, and put back what was there before.
        Cancel = "cancel",
        /// Complete the word under the cursor.
        Complete = "complete",
        /// Bring back the line typed before this one.
        HistoryPrevious = "earlier line",
        /// Bring back the line typed after this one.
        HistoryNext = "later line",
        /// Make the search a filter.
        SearchToFilter = "make filter",
        /// Take what was picked.
        Pick = "pick",
        /// Pick this one too, or leave it out again.
        TogglePick = "also this",
        /// Hide the events of this one.
        ExcludePick = "exclude",
    }
}

impl Action {
    /// Returns the name that key files and the palette use.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the name as people read it: `half page down`.
    pub fn title(self) -> String {
        self.name().replace('-', " ")
    }

    /// Returns the actions that make sense to call by name, in the order of the help: all but those of a prompt.
    pub fn palette() -> impl Iterator<Item = Self> {
        Self::iter().filter(|it| it.group() != Group::Prompt)
    }

    /// Tells whether the action waits for a letter, as `m` does for the `a` of `ma`.
    pub const fn takes_letter(self) -> bool {
        matches!(self, Self::SetBookmark | Self::JumpToBookmark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        assert_eq!(Action::HalfPageDown.name(), "half-page-down");
        assert_eq!(Action::CopyToml.title(), "copy toml");
        for action in Action::iter() {
            assert_eq!(action.name().parse(), Ok(action));
        }
    }

    #[test]
    fn help_is_one_sentence_and_labels_fit_a_footer() {
        assert_eq!(Action::GoToDate.help(), "Go to a date to be typed");
        for action in Action::iter() {
            assert!(action.help().starts_with(char::is_uppercase), "{action}");
            assert!(!action.help().contains(". "), "{action}");
            assert!((1..=14).contains(&action.label().len()), "{action}");
        }
    }
}
