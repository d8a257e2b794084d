#include "query/day_flags.h"

#include <chrono>
#include <ctime>
#include <optional>
#include <string>

#include "query/language/range_values.h"

namespace saegin::query {

namespace {

/// Reads a day flag: the first day of a stretch for --since, its last for --until; nothing where it was not given.
Result<std::optional<DigestDate>> day(const cli::Arguments& arguments, const std::string& flag, DigestDate now) {
    const std::optional<std::string> text = arguments.get(flag);
    if (!text) {
        return std::optional<DigestDate>{};
    }
    const Result<language::DateRange> days = language::read_days(*text, now);
    if (!days) {
        return Error{Code::kUsage, "--" + flag + " is '" + *text + "'",
                     "give a day as YYYY-MM-DD, a month as YYYY-MM, a year, or how long ago: 7d, 2w, 3m, 1y"};
    }
    return flag == "since" ? days->first : days->last;
}

}  // namespace

cli::Flag since_flag() {
    return {"since", "DAY", "only papers of this day or later: YYYY-MM-DD, YYYY-MM, or 7d, 2w, 3m ago"};
}

cli::Flag until_flag() {
    return {"until", "DAY", "only papers of this day or earlier"};
}

DigestDate today() {
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return {local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday)};
}

Result<DayRange> day_range(const cli::Arguments& arguments, DigestDate now) {
    const Result<std::optional<DigestDate>> since = day(arguments, "since", now);
    if (!since) {
        return since.error();
    }
    const Result<std::optional<DigestDate>> until = day(arguments, "until", now);
    if (!until) {
        return until.error();
    }
    if (*since && *until && **until < **since) {
        return Error{Code::kUsage, "--since is later than --until", "no paper can be between them"};
    }
    return DayRange{*since, *until};
}

}  // namespace saegin::query
