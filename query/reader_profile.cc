#include "query/reader_profile.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "common/text/unicode.h"
#include "common/user_data.h"

namespace saegin::query {

namespace {

constexpr std::string_view kHead =
    "# What a reader of saegin likes, dislikes and was shown. Lines: like ID, dislike ID, seen [DAY] ID, visit DAY.\n";
constexpr std::size_t kMostNameBytes = 100;

/// What stands behind the first word of a line, if that is `word`.
std::optional<std::string_view> behind(std::string_view line, std::string_view word) {
    if (!line.starts_with(word) || line.size() == word.size() || line[word.size()] != ' ') {
        return std::nullopt;
    }
    const std::size_t begin = line.find_first_not_of(' ', word.size());
    return begin == std::string_view::npos ? std::nullopt : std::optional{line.substr(begin)};
}

void remove(std::vector<PaperId>& ids, const PaperId& id) {
    ids.erase(std::remove(ids.begin(), ids.end(), id), ids.end());
}

/// The day in front of an id, if there is one, and the id.
std::pair<std::optional<DigestDate>, std::string_view> day_and_id(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank != std::string_view::npos) {
        if (const std::optional<DigestDate> day = parse_date(text.substr(0, blank))) {
            return {day, text.substr(text.find_first_not_of(' ', blank))};
        }
    }
    return {std::nullopt, text};
}

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view kBlanks = " \t\r";
    const std::size_t begin = line.find_first_not_of(kBlanks);
    return begin == std::string_view::npos ? std::string_view{}
                                           : line.substr(begin, line.find_last_not_of(kBlanks) + 1 - begin);
}

}  // namespace

void ReaderProfile::like(const PaperId& id) {
    remove(taste_.disliked, id);
    remove(taste_.liked, id);
    taste_.liked.push_back(id);
}

void ReaderProfile::dislike(const PaperId& id) {
    remove(taste_.liked, id);
    remove(taste_.disliked, id);
    taste_.disliked.push_back(id);
}

void ReaderProfile::see(const PaperId& id, std::optional<DigestDate> day) {
    if (std::find(taste_.seen.begin(), taste_.seen.end(), id) == taste_.seen.end()) {
        taste_.seen.push_back(id);
        seen_on_.push_back(day);
    }
}

void ReaderProfile::add(const ReaderProfile& later) {
    for (const PaperId& id : later.taste_.liked) {
        like(id);
    }
    for (const PaperId& id : later.taste_.disliked) {
        dislike(id);
    }
    for (std::size_t i = 0; i < later.seen_on_.size(); ++i) {
        see(later.taste_.seen[i], later.seen_on_[i]);
    }
}

Result<ReaderProfile> ReaderProfile::from_text(std::string_view text, const std::string& file) {
    ReaderProfile profile;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const text::Repaired repaired = text::repair_utf8(trimmed(text.substr(0, end)));
        const std::string& line = repaired.text;
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        ++number;
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        if (const auto liked = behind(line, "like")) {
            profile.like(PaperId{std::string{*liked}});
        } else if (const auto disliked = behind(line, "dislike")) {
            profile.dislike(PaperId{std::string{*disliked}});
        } else if (const auto seen = behind(line, "seen")) {
            const auto [day, id] = day_and_id(*seen);
            profile.see(PaperId{std::string{id}}, day);
        } else if (const auto visit = behind(line, "visit")) {
            const std::optional<DigestDate> day = parse_date(*visit);
            if (!day) {
                return Error{Code::kInvalidInput, "'" + std::string{*visit} + "' is no day", "write it as YYYY-MM-DD",
                             Where{file, number}};
            }
            profile.visit(*day);
        } else if (line.find(' ') != std::string::npos) {
            return Error{Code::kInvalidInput, "this line says nothing about a paper",
                         "write like ID, dislike ID, seen ID, or an id alone", Where{file, number}};
        } else {
            profile.like(PaperId{line});
        }
    }
    return profile;
}

Result<ReaderProfile> ReaderProfile::load(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return Error{Code::kNotFound, "cannot open '" + file.string() + "'", "check the path and its permissions"};
    }
    std::string text(kMostProfileBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (in.bad() || std::filesystem::is_directory(file)) {
        return Error{Code::kIo, "cannot read '" + file.string() + "'", "is it a file?"};
    }
    if (text.size() > kMostProfileBytes) {
        return Error{Code::kInvalidInput, "'" + file.string() + "' is longer than 16 MiB", "is it a list of papers?"};
    }
    return from_text(text, file.string());
}

std::string ReaderProfile::text() const {
    std::string out{kHead};
    for (const PaperId& id : taste_.liked) {
        out += "like " + id.value + "\n";
    }
    for (const PaperId& id : taste_.disliked) {
        out += "dislike " + id.value + "\n";
    }
    if (last_visit_) {
        out += "visit " + to_string(*last_visit_) + "\n";
    }
    for (std::size_t i = 0; i < taste_.seen.size(); ++i) {
        out += "seen " + (seen_on_[i] ? to_string(*seen_on_[i]) + " " : "") + taste_.seen[i].value + "\n";
    }
    return out;
}

Result<void> ReaderProfile::save(const std::filesystem::path& file) const {
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    const std::filesystem::path beside{file.string() + "." + std::to_string(getpid())};
    std::ofstream out{beside, std::ios::binary};
    out << text();
    out.close();
    if (out) {
        std::filesystem::rename(beside, file, problem);
    }
    if (!out || problem) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        return Error{Code::kIo, "cannot write the profile '" + file.string() + "'",
                     "look at disk space and permissions, or set SAEGIN_PROFILES to another folder"};
    }
    return {};
}

Result<std::filesystem::path> profile_path(const std::string& name) {
    const bool plain =
        !name.empty() && name.size() <= kMostNameBytes && name.front() != '.' && name.find('/') == std::string::npos &&
        std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (!plain) {
        return Error{Code::kUsage, "'" + text::printable(name) + "' is no name for a profile",
                     "give a short name without slashes that does not start with a dot"};
    }
    const std::optional<std::string> folder = user_data("SAEGIN_PROFILES", "profiles");
    if (!folder) {
        return Error{Code::kUsage, "no folder for profiles is known", "set SAEGIN_PROFILES"};
    }
    return std::filesystem::path{*folder} / name;
}

}  // namespace saegin::query
