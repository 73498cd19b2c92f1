//! The fields of a store: for each table its keys, in the order in which they are written, and what becomes of it without them.
//!
//! Both readers, the writer and the JSON record are driven by this list. A new field is one of the struct and a line here, for which
//! the compiler asks, as it does wherever the struct is written out; for its place in the two schemas their tests ask. What people
//! see of it, in the sheet and in the formats, nothing asks for. What a field holds follows from its type in the struct.

use super::{
    Affiliation, Amount, Citation, Claim, DatedName, Event, Link, Participation, Party, Source, Timeline,
    record::{
        Access, Field, FieldKind, FieldType as _, HasTable, Need, Record, Records, Table, Value, fill, kind_of, record,
    },
};

record! {
    Timeline "timeline" keeps_own_keys {
        "title": title Optional,
        "summary": summary Optional,
        "opening": opening Optional,
        "lanes": lanes Optional,
        "zone": zone Optional,
        ;
        "include": Texts Reading,
    }
    own keys in extra,
}

record! {
    Party "party" keeps_own_keys {
        "id": id Id,
        "name": name OrId,
        "ids": ids Ids,
        "names": names Optional,
        "kind": kind Optional,
        "aliases": aliases Optional,
        "affiliations": affiliations Optional,
        "when": when Optional,
        "url": url Optional,
        "note": note Optional,
    }
    own keys in extra,
    besides origin,
}

record! {
    DatedName "name" {
        "name": name Filled,
        "when": when Optional,
    }
}

record! {
    Affiliation "affiliation" {
        "with": with Id,
        "role": role Optional,
        "when": when Optional,
    }
}

record! {
    Source "source" keeps_own_keys {
        "id": id Id,
        "title": title OrId,
        "author": author Optional,
        "publisher": publisher Optional,
        "by": by Optional,
        "published": published Optional,
        "known": known Optional,
        "url": url Optional,
        "read_at": read_at Optional,
        "archived": archived Optional,
        "retrieved": retrieved Optional,
        "sha256": sha256 Optional,
        "lang": lang Optional,
        "title_inferred": title_inferred Optional,
        "kind": kind Optional,
        "derived_from": derived_from Ids,
        "note": note Optional,
    }
    own keys in extra,
    besides origin,
}

record! {
    Event "event" keeps_own_keys {
        "id": id Id,
        "when": when Optional,
        "as_written": as_written Optional,
        "seq": seq Optional,
        "title": title Filled,
        "summary": summary Optional,
        "category": category Optional,
        "key": key Optional,
        "place": place Optional,
        "status": status Optional,
        "known": known Optional,
        "parties": parties Optional,
        "tags": tags Optional,
        "claims": claims Optional,
        "amounts": amounts Optional,
        "sources": sources Optional,
        "links": links Optional,
        "note": note Optional,
    }
    own keys in extra,
    besides origin,
}

record! {
    Participation "party" may_be_plain is_distinct {
        "id": party Id,
        "role": role Optional,
    }
}

record! {
    Claim "claim" {
        "by": by Id,
        "stance": stance Filled,
        "in": act Optional,
        "source": source Optional,
        "at": at Optional,
        "when": when Optional,
        "note": note Optional,
    }
}

record! {
    Amount "amount" {
        "kind": kind Optional,
        "value": value Optional,
        "min": min Optional,
        "max": max Optional,
        "currency": currency Filled,
        "per": per Optional,
        "about": about Optional,
        "source": source Optional,
        "by": by Optional,
        "note": note Optional,
    }
    contradiction Amount::contradiction,
}

record! {
    Citation "source" may_be_plain {
        "id": source Id,
        "at": at Optional,
        "says": says Optional,
        "quote": quote Optional,
        "bears": bears Optional,
        "from": from Ids,
        "note": note Optional,
    }
}

record! {
    Link "link" {
        "kind": kind Filled,
        "to": to Id,
        "note": note Optional,
    }
}
