#include "query/language/range_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <limits>
#include <string>
#include <system_error>
#include <utility>

#include "common/text/unicode.h"
#include "query/language/diagnostics.h"

namespace saegin::query::language {

namespace {

namespace ch = std::chrono;

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;
constexpr std::size_t kYearDigits = 4;
/// More than all days of the calendar: what lies further back is no date, and the arithmetic stays in range.
constexpr std::int64_t kLongestAgo = 4'000'000;
/// Longer than any value that can be right.
constexpr std::size_t kMaxValueBytes = 100;

/// Days or numbers as arithmetic sees them: both ends inclusive.
struct Stretch {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool until_now = false;  ///< alone it reaches from there until now: "7d"
};

/// All digits, without a sign; nothing where the number is too large.
std::optional<std::int64_t> read_digits(std::string_view text) {
    std::int64_t value = 0;
    const bool digits =
        !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) {
        return std::nullopt;
    }
    return value;
}

std::int64_t day_number(ch::year_month_day date) {
    return ch::sys_days{date}.time_since_epoch().count();
}

ch::year_month_day calendar_day(DigestDate date) {
    return ch::year{date.year} / ch::month{date.month} / ch::day{date.day};
}

const std::int64_t& first_day() {
    static const std::int64_t day = day_number(ch::year{kFirstYear} / ch::January / 1);
    return day;
}

const std::int64_t& last_day() {
    static const std::int64_t day = day_number(ch::year{kLastYear} / ch::December / 31);
    return day;
}

/// "2024", "2024-08", "2024-08-28".
std::optional<Stretch> read_calendar(std::string_view text) {
    std::array<std::int64_t, 3> parts{};
    std::size_t count = 0;
    for (std::string_view rest = text; count < parts.size(); ++count) {
        const std::size_t dash = rest.find('-');
        const std::string_view part = rest.substr(0, dash);
        const std::optional<std::int64_t> number = read_digits(part);
        const bool long_enough = count == 0 ? part.size() == kYearDigits : part.size() <= 2;
        if (!number || !long_enough) {
            return std::nullopt;
        }
        parts[count] = *number;
        if (dash == std::string_view::npos) {
            ++count;
            rest = {};
            break;
        }
        rest.remove_prefix(dash + 1);
        if (count + 1 == parts.size()) {
            return std::nullopt;  // a fourth part
        }
    }
    const ch::year year{static_cast<int>(parts[0])};
    if (parts[0] < kFirstYear) {
        return std::nullopt;
    }
    if (count == 1) {
        return Stretch{day_number(year / ch::January / 1), day_number(year / ch::December / 31)};
    }
    const ch::year_month month = year / ch::month{static_cast<unsigned>(parts[1])};
    if (!month.ok()) {
        return std::nullopt;
    }
    if (count == 2) {
        return Stretch{day_number(month / 1), day_number(month / ch::last)};
    }
    const ch::year_month_day day = month / ch::day{static_cast<unsigned>(parts[2])};
    if (!day.ok()) {
        return std::nullopt;
    }
    return Stretch{day_number(day), day_number(day)};
}

/// "7d", "2주", "today".
std::optional<Stretch> read_relative(std::string_view text, DigestDate today) {
    const ch::year_month_day now = calendar_day(today);
    if (text == "today" || text == "오늘") {
        return Stretch{day_number(now), day_number(now)};
    }
    if (text == "yesterday" || text == "어제") {
        return Stretch{day_number(now) - 1, day_number(now) - 1};
    }
    const std::size_t unit_at = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::optional<std::int64_t> count = read_digits(text.substr(0, unit_at));
    const std::string_view unit = text.substr(unit_at);
    if (!count || *count > kLongestAgo) {
        return std::nullopt;
    }
    const int many = static_cast<int>(*count);
    const auto months_ago = [&](int months) {
        const ch::year_month month = now.year() / now.month() - ch::months{months};
        const ch::year_month_day day = month / now.day();
        return day_number(day.ok() ? day : ch::year_month_day{month / ch::last});
    };
    std::int64_t day = 0;
    if (unit == "d" || unit == "일") {
        day = day_number(now) - many;
    } else if (unit == "w" || unit == "주") {
        day = day_number(now) - std::int64_t{many} * 7;
    } else if ((unit == "m" || unit == "개월") && many <= kLastYear * 12) {
        day = months_ago(many);
    } else if ((unit == "y" || unit == "년") && many <= kLastYear) {
        day = months_ago(many * 12);
    } else {
        return std::nullopt;
    }
    return Stretch{day, day, true};
}

/// What is said of a value that cannot be read.
std::string not_a(const char* kind, std::string_view text) {
    return text.empty() ? std::string{kind} + " is missing" : quoted(text) + " is not " + kind;
}

Result<Stretch> read_day_value(std::string_view text, DigestDate today) {
    std::optional<Stretch> days = read_calendar(text);
    if (!days) {
        days = read_relative(text, today);
    }
    if (!days || days->first < first_day()) {
        return Error{Code::kUsage, not_a("a date", text),
                     "give a date as 2024, 2024-08, 2024-08-28, 7d, 2w, 3m, 1y, today or yesterday"};
    }
    return *days;
}

Result<Stretch> read_number_value(std::string_view text) {
    const std::optional<std::int64_t> number = read_digits(text);
    if (!number) {
        return Error{Code::kUsage, not_a("a number from 0 to 9223372036854775807", text), "give digits: 50"};
    }
    return Stretch{*number, *number};
}

struct OpenStretch {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
    bool swapped = false;
};

/// The end that a comparison sign and its value give; `low` and `high` are the outermost values there are.
Result<OpenStretch> compare(std::string_view sign, const Stretch& value, std::int64_t low, std::int64_t high) {
    const Error empty{Code::kUsage, "nothing is " + std::string{sign == "<" ? "below" : "above"} + " that value",
                      "leave the sign out or change the value"};
    if (sign == "<=") {
        return OpenStretch{std::nullopt, value.last};
    }
    if (sign == ">=") {
        return OpenStretch{value.first, std::nullopt};
    }
    if (sign == "<") {
        return value.first <= low ? Result<OpenStretch>{empty} : OpenStretch{std::nullopt, value.first - 1};
    }
    return value.last >= high ? Result<OpenStretch>{empty} : OpenStretch{value.last + 1, std::nullopt};
}

/// The forms that dates and numbers share; `read` reads one value.
template <typename Read>
Result<OpenStretch> read_range(std::string_view text, std::int64_t low, std::int64_t high, const Read& read) {
    for (const std::string_view sign : {"<=", ">=", "<", ">"}) {
        if (text.starts_with(sign)) {
            const Result<Stretch> value = read(text.substr(sign.size()));
            return value ? compare(sign, *value, low, high) : Result<OpenStretch>{value.error()};
        }
    }
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        const Result<Stretch> value = read(text);
        if (!value) {
            return value.error();
        }
        return OpenStretch{value->first, value->until_now ? std::nullopt : std::optional{value->last}};
    }
    const std::string_view left = text.substr(0, dots);
    const std::string_view right = text.substr(dots + 2);
    if (left.empty() && right.empty()) {
        return Error{Code::kUsage, "the range has neither a start nor an end", "give one of them: 10.., ..20"};
    }
    std::optional<Stretch> from;
    std::optional<Stretch> to;
    for (const auto& [part, value] : {std::pair{left, &from}, std::pair{right, &to}}) {
        if (part.empty()) {
            continue;
        }
        const Result<Stretch> found = read(part);
        if (!found) {
            return found.error();
        }
        *value = *found;
    }
    const bool swapped = from && to && from->first > to->last;
    if (swapped) {
        std::swap(from, to);
    }
    return OpenStretch{from ? std::optional{from->first} : std::nullopt, to ? std::optional{to->last} : std::nullopt,
                       swapped};
}

std::optional<DigestDate> to_date(const std::optional<std::int64_t>& day) {
    return day ? std::optional{from_days(static_cast<std::int32_t>(*day))} : std::nullopt;
}

/// Case and width do not matter in a value. What is too long to be a value is not worth folding.
std::string folded(std::string_view text) {
    return text.size() > kMaxValueBytes ? std::string{text} : text::fold(text);
}

}  // namespace

Result<DateRange> read_days(std::string_view value, DigestDate today) {
    const Result<Stretch> days = read_day_value(folded(value), today);
    if (!days) {
        return days.error();
    }
    return DateRange{to_date(days->first), to_date(days->last)};
}

Result<ReadRange<DateRange>> read_date_range(std::string_view text, DigestDate today) {
    const Result<OpenStretch> days = read_range(folded(text), first_day(), last_day(),
                                                [&](std::string_view value) { return read_day_value(value, today); });
    if (!days) {
        return days.error();
    }
    return ReadRange<DateRange>{{to_date(days->first), to_date(days->last)}, days->swapped};
}

Result<ReadRange<NumberRange>> read_number_range(std::string_view text) {
    const Result<OpenStretch> numbers =
        read_range(folded(text), 0, std::numeric_limits<std::int64_t>::max(), read_number_value);
    if (!numbers) {
        return numbers.error();
    }
    return ReadRange<NumberRange>{{numbers->first, numbers->last}, numbers->swapped};
}

}  // namespace saegin::query::language
