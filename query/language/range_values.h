// Values that name a stretch of days or of numbers, as typed behind `date:` and `votes:`, or behind --since.
//
//   range  ::= value | value ".." | ".." value | value ".." value | ("<" | "<=" | ">" | ">=") value
//   number ::= digits, 0 to 9223372036854775807; "10-20" is read as "10..20"
//   day    ::= YYYY | YYYY-MM | YYYY-MM-DD | ago | "today" | "오늘" | "yesterday" | "어제"
//   ago    ::= digits ("d" | "일" | "w" | "주" | "m" | "개월" | "y" | "년")
//
// Both ends belong to the range. A year or a month stands for all its days: `2024-08..2024-09` ends on 2024-09-30, and
// `>2024-08` starts on 2024-09-01. "3m" is the day three months before today (the month's last day where it is too
// short); alone it means "since then", as `3m..` does. Case and full-width forms do not matter.
//
// Pure functions, safe to call from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/paper.h"
#include "common/result.h"

namespace saegin::query::language {

/// Days from `first` to `last`, both included; a side without a day is open.
struct DateRange {
    std::optional<DigestDate> first;
    std::optional<DigestDate> last;

    friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// Numbers from `first` to `last`, both included; a side without a number is open.
struct NumberRange {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;

    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

/// A range as read, and whether its ends were given in the wrong order (they are swapped then).
template <typename Range>
struct ReadRange {
    Range range;
    bool swapped = false;
};

/// The days that one value stands for: the whole year for "2024", one day for "7d" and "today". For a flag that takes
/// the start of a stretch (`first`) or its end (`last`). Both ends are set.
[[nodiscard]] Result<DateRange> read_days(std::string_view value, DigestDate today);

/// A range of days as `date:` takes it.
[[nodiscard]] Result<ReadRange<DateRange>> read_date_range(std::string_view text, DigestDate today);

/// A range of numbers as `votes:` takes it.
[[nodiscard]] Result<ReadRange<NumberRange>> read_number_range(std::string_view text);

}  // namespace saegin::query::language
