#include "query/language/range_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

constexpr std::int64_t day_number(ch::sys_days day) {
    return day.time_since_epoch().count();
}

constexpr std::int64_t kFirstDay = day_number(ch::year{kFirstYear} / ch::January / 1);
constexpr std::int64_t kLastDay = day_number(ch::year{kLastYear} / ch::December / 31);

/// The numbers of "2024-08-28", "2024/08/28" or "2024.08.28", or of its first one or two parts; nothing where a part is
/// missing or too long.
std::optional<std::vector<unsigned>> read_date_parts(std::string_view text) {
    constexpr std::size_t kMostParts = 3;
    std::vector<unsigned> parts;
    const std::size_t mark = text.find_first_of("-/.");
    const char separator = mark == std::string_view::npos ? '-' : text[mark];
    if (separator == '.' && text.ends_with('.')) {
        text.remove_suffix(1);  // 2024.08.28., as Koreans write
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        const std::string_view part = text.substr(begin, end - begin);
        const std::optional<std::int64_t> number = read_digits(part);
        const bool fits = parts.empty() ? part.size() == kYearDigits : part.size() <= 2;
        if (!number || !fits || parts.size() == kMostParts) {
            return std::nullopt;
        }
        parts.push_back(static_cast<unsigned>(*number));
        begin = end + 1;
    }
    return parts;
}

/// "2024", "2024-08", "2024-08-28".
std::optional<Stretch> read_calendar(std::string_view text) {
    const std::optional<std::vector<unsigned>> parts = read_date_parts(text);
    if (!parts) {
        return std::nullopt;
    }
    const ch::year year{static_cast<int>((*parts)[0])};
    if (parts->size() == 1) {
        return Stretch{day_number(year / ch::January / 1), day_number(year / ch::December / 31)};
    }
    const ch::year_month month = year / ch::month{(*parts)[1]};
    if (!month.ok()) {
        return std::nullopt;
    }
    if (parts->size() == 2) {
        return Stretch{day_number(month / 1), day_number(month / ch::last)};
    }
    const ch::year_month_day day = month / ch::day{(*parts)[2]};
    return day.ok() ? std::optional{Stretch{day_number(day), day_number(day)}} : std::nullopt;
}

/// "7d", "2주", "today".
std::optional<Stretch> read_relative(std::string_view text, DigestDate today) {
    const ch::year_month_day now = ch::year{today.year} / ch::month{today.month} / ch::day{today.day};
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
    if (!days || days->first < kFirstDay) {
        return Error{Code::kUsage, not_a("a date", text),
                     "give a date as 2024, 2024-08, 2024-08-28, 7d, 2w, 3m, 1y, today or yesterday"};
    }
    return *days;
}

Result<Stretch> read_number_value(std::string_view text) {
    const std::optional<std::int64_t> number = read_digits(text);
    if (!number) {
        const bool is_large = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
        return Error{Code::kUsage, is_large ? quoted(text) + " is too large a number" : not_a("a whole number", text),
                     "give digits: 50"};
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

/// One end of "a..b": open where nothing is given.
template <typename Read>
Result<std::optional<Stretch>> read_end(std::string_view text, const Read& read) {
    if (text.empty()) {
        return std::optional<Stretch>{};
    }
    const Result<Stretch> value = read(text);
    return value ? Result<std::optional<Stretch>>{*value} : Result<std::optional<Stretch>>{value.error()};
}

/// From the start of one to the end of the other. Requires one of them.
OpenStretch between(std::optional<Stretch> from, std::optional<Stretch> to) {
    const bool swapped = from && to && from->first > to->last;
    if (swapped) {
        std::swap(from, to);
    }
    return {from ? std::optional{from->first} : std::nullopt, to ? std::optional{to->last} : std::nullopt, swapped};
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
    const Result<std::optional<Stretch>> from = read_end(left, read);
    const Result<std::optional<Stretch>> to = read_end(right, read);
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    return between(*from, *to);
}

std::optional<DigestDate> to_date(const std::optional<std::int64_t>& day) {
    return day ? std::optional{from_days(static_cast<std::int32_t>(*day))} : std::nullopt;
}

/// "10-20" and "10+", as many people write, are "10..20" and "10..": numbers have no sign.
std::string with_dots(std::string text) {
    if (text.ends_with('+') && read_digits(std::string_view{text}.substr(0, text.size() - 1))) {
        text.replace(text.size() - 1, 1, "..");
    }
    const std::size_t hyphen = text.find('-');
    const std::string_view left = std::string_view{text}.substr(0, hyphen);
    if (hyphen != std::string::npos && read_digits(left) && read_digits(std::string_view{text}.substr(hyphen + 1))) {
        text.replace(hyphen, 1, "..");
    }
    return text;
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
    const Result<OpenStretch> days = read_range(folded(text), kFirstDay, kLastDay,
                                                [&](std::string_view value) { return read_day_value(value, today); });
    if (!days) {
        return days.error();
    }
    return ReadRange<DateRange>{{to_date(days->first), to_date(days->last)}, days->swapped};
}

Result<ReadRange<NumberRange>> read_number_range(std::string_view text) {
    const Result<OpenStretch> numbers =
        read_range(with_dots(folded(text)), 0, std::numeric_limits<std::int64_t>::max(), read_number_value);
    if (!numbers) {
        return numbers.error();
    }
    return ReadRange<NumberRange>{{numbers->first, numbers->last}, numbers->swapped};
}

}  // namespace saegin::query::language
