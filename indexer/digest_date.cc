#include "indexer/digest_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>

namespace saegin::indexer {

namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string_view find_day(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00";
    for (std::size_t at = 0; at + kShape.size() <= text.size(); ++at) {
        const std::string_view day = text.substr(at, kShape.size());
        const bool shaped = std::equal(day.begin(), day.end(), kShape.begin(),
                                       [](char c, char form) { return form == '0' ? is_digit(c) : c == form; });
        const std::size_t end = at + kShape.size();
        const bool apart = (at == 0 || !is_digit(text[at - 1])) && (end == text.size() || !is_digit(text[end]));
        if (shaped && apart) {
            return day;
        }
    }
    return {};
}

std::optional<DigestDate> date_of_path(const std::string& file) {
    const std::filesystem::path path(file);
    const std::string name = path.stem().string();
    if (const auto date = parse_date(find_day(name))) {
        return date;
    }
    const std::filesystem::path month = path.parent_path();
    return parse_date(
        fmt::format("{}-{}-{}", month.parent_path().filename().string(), month.filename().string(), name));
}

}  // namespace saegin::indexer
