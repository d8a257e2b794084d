#include "common/paper.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <chrono>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

namespace saegin {

namespace {

std::chrono::year_month_day to_chrono(DigestDate date) {
    return std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
}

/// Reads exactly `text` as an unsigned number.
std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

std::int32_t to_days(DigestDate date) {
    return static_cast<std::int32_t>(std::chrono::sys_days{to_chrono(date)}.time_since_epoch().count());
}

DigestDate from_days(std::int32_t days) {
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
    return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
}

std::string to_string(DigestDate date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<DigestDate> parse_date(std::string_view text) {
    constexpr std::size_t kDayLength = 10;
    const bool shaped = text.size() >= kDayLength && text[4] == '-' && text[7] == '-' &&
                        (text.size() == kDayLength || text[kDayLength] == 'T' || text[kDayLength] == ' ');
    if (!shaped) {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day || *year == 0) {
        return std::nullopt;
    }
    const DigestDate date{static_cast<int>(*year), *month, *day};
    if (!to_chrono(date).ok()) {
        return std::nullopt;
    }
    return date;
}

void sort_entries(std::vector<Entry>& entries) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.date, a.file, a.line) < std::tie(b.date, b.file, b.line);
    });
}

Paper merge_entries(const std::vector<Entry>& entries) {
    assert(!entries.empty());
    Paper paper;
    paper.id = entries.back().id;
    paper.title = entries.back().title;
    for (const Entry& entry : entries) {  // oldest first: what is newer overwrites
        if (!entry.url.empty()) {
            paper.url = entry.url;
        }
        if (!entry.authors.empty()) {
            paper.authors = entry.authors;
        }
        if (!entry.sections.empty()) {
            paper.sections = entry.sections;
        }
        if (entry.votes && (!paper.votes || *entry.votes > *paper.votes)) {
            paper.votes = entry.votes;
        }
        if (entry.date && (paper.days.empty() || paper.days.back() != *entry.date)) {
            paper.days.push_back(*entry.date);
        }
    }
    if (!paper.days.empty()) {
        paper.date = paper.days.front();
    }
    return paper;
}

std::string summary_text(const Paper& paper) {
    std::string out;
    for (const Section& section : paper.sections) {
        if (!out.empty()) {
            out += '\n';
        }
        out += section.text;
    }
    return out;
}

}  // namespace saegin
