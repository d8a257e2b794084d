// The value types that both sides share: what one digest entry says, and the paper that several entries tell of.
//
// An index stores the entries; the paper is derived from them by `merge_entries`, wherever it is needed. So a source
// that goes away takes its entry along and nothing else.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saegin {

/// Identity of a paper: its arXiv id without version ("2408.15237"), or another string of 1 to 200 bytes.
struct PaperId {
    std::string value;

    friend auto operator<=>(const PaperId&, const PaperId&) = default;
};

/// Longest id, in bytes.
inline constexpr std::size_t kMaxIdBytes = 200;

/// A calendar day of the proleptic Gregorian calendar, years 1 to 9999.
struct DigestDate {
    int year = 1970;
    unsigned month = 1;
    unsigned day = 1;

    friend auto operator<=>(const DigestDate&, const DigestDate&) = default;
};

/// Days since 1970-01-01; negative before.
[[nodiscard]] std::int32_t to_days(DigestDate date);
/// The day that lies `days` after 1970-01-01.
[[nodiscard]] DigestDate from_days(std::int32_t days);
/// "2024-08-28".
[[nodiscard]] std::string to_string(DigestDate date);
/// Reads "2024-08-28", or the day of an ISO 8601 time ("2024-08-28T10:00:00Z"); nothing else. Checks that the day
/// exists.
[[nodiscard]] std::optional<DigestDate> parse_date(std::string_view text);

/// Upvotes of a paper on its day.
using Votes = std::int64_t;

/// One part of a summary: what stands under one bullet. `heading` is empty for a plain bullet.
struct Section {
    std::string heading;
    std::string text;

    friend bool operator==(const Section&, const Section&) = default;
};

/// What one entry of one source says about a paper. All text is valid UTF-8 in NFC.
struct Entry {
    PaperId id;
    std::string title;
    std::string url;
    std::optional<DigestDate> date;
    std::optional<Votes> votes;
    std::vector<std::string> authors;
    std::vector<Section> sections;
    std::string file;      ///< key of the source
    std::size_t line = 0;  ///< of the entry's heading or record, from 1

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// A paper as a reader sees it.
struct Paper {
    PaperId id;
    std::string title;
    std::string url;
    std::optional<DigestDate> date;  ///< the earliest day it stands on
    std::optional<Votes> votes;      ///< the highest count
    std::vector<std::string> authors;
    std::vector<Section> sections;
    std::vector<DigestDate> days;  ///< every day it stands on, ascending, each once

    friend bool operator==(const Paper&, const Paper&) = default;
};

/// Puts entries of one paper into the order in which they are stored and merged: by date (none first), file, line.
void sort_entries(std::vector<Entry>& entries);

/// One paper out of all its entries: earliest date, highest vote, newest text; what the newest entry lacks (authors,
/// sections, url) comes from the newest that has it. Requires: not empty, sorted by `sort_entries`, one id.
[[nodiscard]] Paper merge_entries(const std::vector<Entry>& entries);

/// The summary as one text: sections separated by line ends, headings left out.
[[nodiscard]] std::string summary_text(const Paper& paper);

}  // namespace saegin
