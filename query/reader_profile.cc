#include "query/reader_profile.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

#include "common/text/unicode.h"

namespace saegin::query {

namespace {

/// What stands behind the first word of a line, if that is `word`.
std::optional<std::string_view> behind(std::string_view line, std::string_view word) {
    if (!line.starts_with(word) || line.size() == word.size() || line[word.size()] != ' ') {
        return std::nullopt;
    }
    const std::size_t begin = line.find_first_not_of(' ', word.size());
    return begin == std::string_view::npos ? std::nullopt : std::optional{line.substr(begin)};
}

/// The id behind a day, if there is one in front.
std::string_view without_day(std::string_view text) {
    const std::size_t blank = text.find(' ');
    return blank != std::string_view::npos && parse_date(text.substr(0, blank))
               ? text.substr(text.find_first_not_of(' ', blank))
               : text;
}

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view kBlanks = " \t\r";
    const std::size_t begin = line.find_first_not_of(kBlanks);
    return begin == std::string_view::npos ? std::string_view{}
                                           : line.substr(begin, line.find_last_not_of(kBlanks) + 1 - begin);
}

}  // namespace

void ReaderProfile::see(const PaperId& id) {
    if (seen_before_.insert(id).second) {
        seen_.push_back(id);
    }
}

std::vector<std::pair<PaperId, bool>> ReaderProfile::verdicts() const {
    std::map<std::size_t, std::pair<PaperId, bool>> by_order;
    for (const auto& [id, verdict] : verdicts_) {
        by_order.emplace(verdict.order, std::pair{id, verdict.liked});
    }
    std::vector<std::pair<PaperId, bool>> all;
    all.reserve(by_order.size());
    for (auto& [order, said] : by_order) {
        all.push_back(std::move(said));
    }
    return all;
}

Taste ReaderProfile::taste() const {
    Taste taste;
    for (auto& [id, liked] : verdicts()) {
        (liked ? taste.liked : taste.disliked).push_back(id);
    }
    taste.seen = seen_;
    return taste;
}

void ReaderProfile::add(const ReaderProfile& later) {
    for (const auto& [id, liked] : later.verdicts()) {
        say(id, liked);
    }
    std::for_each(later.seen_.begin(), later.seen_.end(), [&](const PaperId& id) { see(id); });
    if (later.last_visit_) {
        visit(*later.last_visit_);
    }
}

std::vector<PaperId> ReaderProfile::ids() const {
    std::vector<PaperId> ids;
    for (const auto& [id, liked] : verdicts()) {
        ids.push_back(id);
    }
    ids.insert(ids.end(), seen_.begin(), seen_.end());
    return ids;
}

ReaderProfile ReaderProfile::renamed(const std::vector<PaperId>& ids) const {
    ReaderProfile profile;
    auto id = ids.begin();
    for (const auto& [old, liked] : verdicts()) {
        profile.say(*id++, liked);
    }
    std::for_each(id, ids.end(), [&](const PaperId& seen) { profile.see(seen); });
    profile.last_visit_ = last_visit_;
    return profile;
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
            profile.see(PaperId{std::string{without_day(*seen)}});
        } else if (const auto visit = behind(line, "visit")) {
            const std::optional<DigestDate> day = parse_date(*visit);
            if (!day) {
                return Error{Code::kInvalidInput, "'" + std::string{*visit} + "' is no day", "write it as YYYY-MM-DD",
                             Where{file, number}};
            }
            profile.visit(*day);
        } else if (line.find(' ') != std::string::npos) {
            return Error{
                Code::kInvalidInput, "this line says nothing about a paper",
                "write like ID, dislike ID, seen ID, visit DAY, or an id alone; comments need a line of their own",
                Where{file, number}};
        } else {
            profile.like(PaperId{line});
        }
    }
    return profile;
}

Result<ReaderProfile> ReaderProfile::load(const std::filesystem::path& file) {
    const Result<std::string> text = read_profile_text(file);
    return text ? from_text(*text, file.string()) : Result<ReaderProfile>{text.error()};
}

Result<std::string> read_profile_text(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return Error{Code::kNotFound, "cannot open '" + file.string() + "'", "check the path and its permissions"};
    }
    std::string text(kMostProfileBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    std::error_code ignored;
    if (in.bad() || std::filesystem::is_directory(file, ignored)) {
        return Error{Code::kIo, "cannot read '" + file.string() + "'", "is it a file?"};
    }
    if (text.size() > kMostProfileBytes) {
        return Error{Code::kInvalidInput, "'" + file.string() + "' is longer than 16 MiB", "is it a list of papers?"};
    }
    return text;
}

}  // namespace saegin::query
