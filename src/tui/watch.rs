//! The thread that notices when the store changes.
//!
//! It watches folders and not files: most editors put a new file in the place of the old one, and whoever watches the old one
//! hears nothing more. Whatever is heard only leads to taking stock: what counts is whether the length or the time of a file of
//! the store is another than before. So an editor's swap file or an export beside the store does not have it read again.
//!
//! Nothing ticks: the thread sleeps until the system tells it something.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::{Duration, Instant, SystemTime},
};

use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::{app::Msg, store::Input};

use super::mounts;

/// Quiet after which a change is over: an editor takes several steps to save, and a checkout touches many files.
const QUIET: Duration = Duration::from_millis(150);
/// Time after which a change is looked at even though it goes on, as that of a log does.
const LONGEST: Duration = Duration::from_secs(2);

/// How far the clock that files are dated by may lag behind.
const COARSE: Duration = Duration::from_millis(20);

/// What the thread is told.
pub(super) enum Order {
    /// Something has happened in a folder.
    Heard,
    /// The store begins to be read.
    Begin(SystemTime),
    /// The store that was read is made of these files too.
    Follow(Vec<PathBuf>),
}

/// Starts watching what `inputs` name, and returns where the thread is told more; it ends where nothing can be watched. That
/// something has changed goes to `sender`, and so does why it cannot be known.
pub(super) fn start(inputs: &[Input], sender: Sender<Msg>) -> Sender<Order> {
    let (orders, received) = channel();
    if inputs.iter().any(|it| matches!(it, Input::Path(_))) {
        // Stock is taken before the store is read: what changes while it is read has changed.
        let watched = Watched::new(inputs.to_vec(), sender);
        let own = orders.clone();
        thread::spawn(move || watched.run(&received, own));
    }
    orders
}

/// What tells one version of a file from another; nothing for a file that is not there.
type Stamp = Option<(u64, Option<SystemTime>)>;

/// What is watched, and how it was when it was last looked at.
struct Watched {
    inputs: Vec<Input>,
    /// When the store that is shown began to be read.
    began: SystemTime,
    followed: BTreeSet<PathBuf>,
    stock: BTreeMap<PathBuf, Stamp>,
    sender: Sender<Msg>,
}

impl Watched {
    fn new(inputs: Vec<Input>, sender: Sender<Msg>) -> Self {
        let (began, followed, stock) = (SystemTime::now(), BTreeSet::new(), BTreeMap::new());
        let mut watched = Self { inputs, began, followed, stock, sender };
        watched.stock = watched.take_stock();
        watched
    }

    fn run(mut self, received: &Receiver<Order>, own: Sender<Order>) {
        let heard = move |event: notify::Result<Event>| {
            // Reading is no change, and we read the store ourselves. What the system could not tell may be anything.
            if !event.is_ok_and(|it| matches!(it.kind, EventKind::Access(_))) {
                let _ = own.send(Order::Heard);
            }
        };
        let watcher = RecommendedWatcher::new(heard, Config::default().with_follow_symlinks(false));
        let watching = watcher.and_then(|mut it| self.watch_folders(&mut it).map(|()| it));
        let mut watcher = match watching {
            Ok(watcher) => watcher,
            Err(fault) => return self.tell(Msg::Unwatched(format!("cannot watch the store: {}", words(&fault)))),
        };
        if let Some(kind) = self.folders().keys().find_map(|it| mounts::remote(it)) {
            self.tell(Msg::Unwatched(format!("the store is on another machine ({kind})")));
        }
        self.compare();
        while let Ok(order) = received.recv() {
            if self.take(order, &mut watcher) {
                let began = Instant::now();
                while began.elapsed() < LONGEST
                    && let Ok(order) = received.recv_timeout(QUIET)
                {
                    self.take(order, &mut watcher);
                }
                self.compare();
            }
        }
    }

    /// Does what the thread is told, and returns whether something has happened in a folder.
    fn take(&mut self, order: Order, watcher: &mut RecommendedWatcher) -> bool {
        match order {
            Order::Heard => return true,
            Order::Begin(now) => self.began = now,
            Order::Follow(files) => {
                self.followed.extend(files);
                if let Err(fault) = self.watch_folders(watcher) {
                    self.tell(Msg::Unwatched(format!("cannot watch all of the store: {}", words(&fault))));
                }
                if self.add_to_stock() {
                    self.tell(Msg::FileChanged);
                }
            }
        }
        false
    }

    /// Takes stock of what is new here: it is as it was read, unless this returns that it has changed since the reading began.
    fn add_to_stock(&mut self) -> bool {
        let mut changed = false;
        for (path, stamp) in self.take_stock() {
            if let Entry::Vacant(new) = self.stock.entry(path) {
                let modified = stamp.and_then(|it| it.1);
                changed |= modified.is_some_and(|it| self.began <= it + COARSE);
                new.insert(stamp);
            }
        }
        changed
    }

    /// Tells of it if anything is other than it was.
    fn compare(&mut self) {
        let stock = self.take_stock();
        if stock != self.stock {
            self.stock = stock;
            self.tell(Msg::FileChanged);
        }
    }

    /// Looks at every file that the store is made of, and at those that would be part of it if they were there.
    fn take_stock(&self) -> BTreeMap<PathBuf, Stamp> {
        let named: BTreeSet<PathBuf> = self.inputs.iter().flat_map(Input::files).collect();
        // Beside an included file, another may come to match the pattern.
        let beside: BTreeSet<&Path> = self.followed.difference(&named).filter_map(|it| it.parent()).collect();
        let beside: Vec<PathBuf> = beside.into_iter().flat_map(toml_files).collect();
        let all = named.into_iter().chain(self.followed.iter().cloned()).chain(beside);
        all.map(stamped).collect()
    }

    fn watch_folders(&self, watcher: &mut RecommendedWatcher) -> notify::Result<()> {
        // A folder that is watched already is watched again: it may be another one of the same name.
        self.folders().into_iter().try_for_each(|(folder, mode)| watcher.watch(&folder, mode))
    }

    /// Returns the folders to watch: those that were named with all below them, and those of files, and of what links lead to.
    fn folders(&self) -> BTreeMap<PathBuf, RecursiveMode> {
        let mut folders = BTreeMap::new();
        let named = self.inputs.iter().filter_map(|it| match it {
            Input::Path(path) => Some(path),
            Input::Text { .. } => None,
        });
        for path in named.chain(&self.followed) {
            if path.is_dir() {
                folders.insert(path.clone(), RecursiveMode::Recursive);
                continue;
            }
            for path in [Some(path.clone()), fs::canonicalize(path).ok()].into_iter().flatten() {
                let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
                folders.entry(folder.to_path_buf()).or_insert(RecursiveMode::NonRecursive);
            }
        }
        folders
    }

    fn tell(&self, msg: Msg) {
        // Where nobody receives, the explorer has been left.
        let _ = self.sender.send(msg);
    }
}

fn stamped(path: PathBuf) -> (PathBuf, Stamp) {
    let stamp = fs::metadata(&path).ok().map(|it| (it.len(), it.modified().ok()));
    (path, stamp)
}

/// Returns the `*.toml` files in a folder that are not hidden.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let listed = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(listed).into_iter().flatten().flatten().map(|it| folder.join(it.file_name()));
    let is_hidden = |it: &Path| it.file_name().is_some_and(|it| it.as_encoded_bytes().starts_with(b"."));
    entries.filter(|it| it.extension().is_some_and(|it| it == "toml") && !is_hidden(it)).collect()
}

/// Returns what is wrong without the paths that it is about: the notice has one row.
fn words(fault: &notify::Error) -> String {
    match &fault.kind {
        notify::ErrorKind::MaxFilesWatch => "the system lets nobody watch more folders".to_owned(),
        notify::ErrorKind::Io(it) => it.to_string(),
        notify::ErrorKind::PathNotFound => "its folder is not there".to_owned(),
        _ => fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched(folder: &Path, input: &Path) -> (Watched, Receiver<Msg>) {
        fs::write(folder.join("a.toml"), "one").unwrap();
        let (sender, received) = channel();
        (Watched::new(vec![Input::Path(input.to_path_buf())], sender), received)
    }

    fn changes(watched: &mut Watched, received: &Receiver<Msg>) -> usize {
        watched.compare();
        received.try_iter().filter(|it| matches!(it, Msg::FileChanged)).count()
    }

    #[test]
    fn what_is_beside_a_file_is_not_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        let (mut it, received) = watched(folder.path(), &file);
        assert_eq!(changes(&mut it, &received), 0, "nothing has happened");
        fs::write(folder.path().join(".a.toml.swp"), "swap").unwrap();
        fs::write(folder.path().join("export.toml"), "export").unwrap();
        assert_eq!(changes(&mut it, &received), 0);
        fs::write(folder.path().join("new"), "another length").unwrap();
        fs::rename(folder.path().join("new"), &file).unwrap();
        assert_eq!(changes(&mut it, &received), 1);
        assert_eq!(changes(&mut it, &received), 0, "it is told once");
        fs::remove_file(&file).unwrap();
        assert_eq!(changes(&mut it, &received), 1);
    }

    #[test]
    fn a_new_file_in_a_folder_is_a_change() {
        let folder = tempfile::tempdir().unwrap();
        let (mut it, received) = watched(folder.path(), folder.path());
        fs::create_dir(folder.path().join("below")).unwrap();
        fs::write(folder.path().join("below/b.toml"), "").unwrap();
        assert_eq!(changes(&mut it, &received), 1);
        assert_eq!(it.folders(), BTreeMap::from([(folder.path().to_path_buf(), RecursiveMode::Recursive)]));
    }

    #[test]
    fn beside_an_included_file_another_may_come() {
        let folder = tempfile::tempdir().unwrap();
        let (mut it, received) = watched(folder.path(), &folder.path().join("a.toml"));
        let below = folder.path().join("below");
        fs::create_dir(&below).unwrap();
        fs::write(below.join("b.toml"), "").unwrap();
        it.followed.extend([folder.path().join("a.toml"), below.join("b.toml")]);
        let stock = it.stock.clone();
        it.began = SystemTime::UNIX_EPOCH;
        assert!(it.add_to_stock(), "it was written after the store began to be read");
        it.stock = stock;
        it.began = SystemTime::now() + Duration::from_mins(1);
        assert!(!it.add_to_stock());
        fs::write(below.join("c.toml"), "").unwrap();
        assert_eq!(changes(&mut it, &received), 1);
        assert!(it.folders().contains_key(&below));
    }
}
