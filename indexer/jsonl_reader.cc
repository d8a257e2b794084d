#include "indexer/jsonl_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/unicode.h"
#include "indexer/author_list.h"
#include "indexer/entry_text.h"

namespace saegin::indexer {

namespace {

using nlohmann::json;

// A record is an object with at most an array in it. What is nested deeper stands under keys that are ignored.
constexpr int kMaxDepth = 32;

enum class LineState { kWhole, kTooLong, kEnd };

/// Reads up to the next line end into `line`, holding at most kMaxJsonLineBytes and a chunk; what is beyond is passed.
LineState read_line(std::istream& in, std::string& line) {
    std::array<char, std::size_t{16} << 10U> chunk;
    line.clear();
    bool too_long = false;
    for (;;) {
        in.getline(chunk.data(), chunk.size());
        const auto length = static_cast<std::size_t>(in.gcount());
        const bool ended = in.good();  // by a line end, which is counted and not stored
        const std::string_view piece(chunk.data(), ended ? length - 1 : length);
        if (!too_long) {
            line += piece;
            too_long = line.size() > kMaxJsonLineBytes;
        }
        if (ended || in.eof() || in.bad()) {
            break;
        }
        in.clear();  // the chunk was full
    }
    if (!in.good() && line.empty()) {
        return LineState::kEnd;
    }
    return too_long ? LineState::kTooLong : LineState::kWhole;
}

class RecordReader {
public:
    RecordReader(const std::string& file, const EntrySink& sink, ReadReport& report)
        : file_(file), sink_(sink), report_(report) {}

    void read(std::string_view line, std::size_t number) {
        line_ = number;
        replacements_ = 0;
        const std::string text = repaired(line);
        if (squeeze_spaces(text).empty()) {
            return;
        }
        const json record = json::parse(
            text, [](int depth, json::parse_event_t, json&) { return depth <= kMaxDepth; }, false);
        if (!record.is_object()) {
            return skip(
                "not a JSON object: each line must be one, such as {\"id\": ..., \"title\": ..., \"text\": ...}");
        }
        Entry entry;
        if (!read_id(record, entry.id)) {
            return;
        }
        entry.title = squeeze_spaces(read_string(record, {"title"}));
        entry.sections = sections(read_string(record, {"text", "body", "summary", "abstract"}));
        if (entry.title.empty() && entry.sections.empty()) {
            return skip(fmt::format("'{}' has neither a title nor a text", excerpt(entry.id.value)));
        }
        entry.url = squeeze_spaces(read_string(record, {"url"}));
        entry.date = read_date(record);
        entry.votes = read_votes(record);
        entry.authors = read_authors(record);
        entry.file = file_;
        entry.line = line_;
        if (replacements_ > 0) {
            warn(fmt::format("{} malformed UTF-8 sequence(s) became U+FFFD: save the file as UTF-8", replacements_));
        }
        ++report_.entries;
        sink_(std::move(entry));
    }

    void skip(std::string reason) { note(report_.skipped, more_skipped_, std::move(reason)); }
    void skip_too_long(std::size_t number) {
        line_ = number;
        skip(fmt::format("the line is longer than {} bytes: put each record on a line of its own", kMaxJsonLineBytes));
    }

    /// Says how many notices there were no room for.
    void finish() {
        const auto add = [&](std::vector<Notice>& notices, std::size_t more, std::string_view what) {
            if (more > 0) {
                notices.push_back({{file_, 0}, fmt::format("{} more lines {}", more, what)});
            }
        };
        add(report_.skipped, more_skipped_, "were skipped");
        add(report_.warnings, more_warned_, "had to be mended");
    }

private:
    void warn(std::string reason) { note(report_.warnings, more_warned_, std::move(reason)); }

    void note(std::vector<Notice>& notices, std::size_t& more, std::string reason) {
        if (notices.size() < kMaxJsonlNotices) {
            notices.push_back({{file_, line_}, std::move(reason)});
        } else {
            ++more;
        }
    }

    std::string repaired(std::string_view bytes) {
        text::Repaired result = text::repair_utf8(bytes);
        replacements_ += result.replacements;
        return std::move(result.text);
    }

    /// The text of a JSON string, in which an escape may have put a NUL.
    std::string text_of(const json& value) { return text::to_nfc(repaired(value.get_ref<const std::string&>())); }

    /// The value of the first of `keys` that is there and not null.
    static const json* find(const json& record, std::initializer_list<const char*> keys) {
        for (const char* const key : keys) {
            const auto found = record.find(key);
            if (found != record.end() && !found->is_null()) {
                return &*found;
            }
        }
        return nullptr;
    }

    bool read_id(const json& record, PaperId& id) {
        const json* const value = find(record, {"id", "_id", "arxiv_id"});
        if (value != nullptr && value->is_string()) {
            id.value = squeeze_spaces(text_of(*value));
        } else if (value != nullptr && value->is_number_integer()) {
            id.value = value->dump();
        }
        if (id.value.empty()) {
            skip("no id: give \"id\" a text or a whole number");
            return false;
        }
        if (id.value.size() > kMaxIdBytes) {
            skip(
                fmt::format("the id '{}' has {} bytes, more than {}", excerpt(id.value), id.value.size(), kMaxIdBytes));
            return false;
        }
        return true;
    }

    std::string read_string(const json& record, std::initializer_list<const char*> keys) {
        const json* const value = find(record, keys);
        if (value == nullptr) {
            return {};
        }
        if (!value->is_string()) {
            warn(fmt::format("\"{}\" is not a text and is left out", *keys.begin()));
            return {};
        }
        return text_of(*value);
    }

    static std::vector<Section> sections(std::string_view text) {
        std::vector<Section> found;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string line = squeeze_spaces(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            const bool bullet = line.starts_with("- ") || line.starts_with("* ");
            Section section = parse_section(std::string_view(line).substr(bullet ? 2 : 0));
            if (section.text.empty()) {
                section.text.swap(section.heading);  // a heading of nothing is text
            }
            if (!section.text.empty()) {
                found.push_back(std::move(section));
            }
        }
        return found;
    }

    std::optional<DigestDate> read_date(const json& record) {
        const std::string written = squeeze_spaces(read_string(record, {"date", "published_at"}));
        const auto date = parse_date(written);
        if (!date && !written.empty()) {
            warn(fmt::format("'{}' is not a day, so the date is unknown: write '2024-08-28'", excerpt(written)));
        }
        return date;
    }

    std::optional<Votes> read_votes(const json& record) {
        const json* const value = find(record, {"votes", "vote", "upvotes"});
        if (value == nullptr) {
            return std::nullopt;
        }
        VoteText vote{std::nullopt, false};
        if (value->is_string()) {
            vote = parse_votes(text_of(*value));
        } else if (value->is_number_unsigned()) {
            const auto count = value->get<std::uint64_t>();
            if (count <= static_cast<std::uint64_t>(std::numeric_limits<Votes>::max())) {
                vote = {static_cast<Votes>(count), true};
            }
        } else if (value->is_number_float()) {
            constexpr double kMaxExact = 9007199254740992.0;  // above, floating-point numbers leave some whole ones out
            const double count = value->get<double>();
            if (count >= 0 && count <= kMaxExact && std::floor(count) == count) {
                vote = {static_cast<Votes>(count), true};
            }
        }
        if (!vote.understood) {
            warn("the votes are not a whole number from 0, so they are taken as unknown");
        }
        return vote.votes;
    }

    std::vector<std::string> read_authors(const json& record) {
        const json* const value = find(record, {"authors"});
        if (value == nullptr) {
            return {};
        }
        if (value->is_string()) {
            return parse_author_list(text_of(*value));
        }
        if (!value->is_array()) {
            warn("\"authors\" is neither a list nor a text and is left out");
            return {};
        }
        std::vector<std::string> names;
        for (const json& name : *value) {
            if (name.is_string()) {
                names.push_back(text_of(name));
            }
        }
        if (names.size() < value->size()) {
            warn(fmt::format("{} of the authors are no texts and are left out", value->size() - names.size()));
        }
        return clean_authors(names);
    }

    const std::string& file_;
    const EntrySink& sink_;
    ReadReport& report_;
    std::size_t line_ = 0;
    std::size_t replacements_ = 0;
    std::size_t more_skipped_ = 0;
    std::size_t more_warned_ = 0;
};

}  // namespace

Result<void> read_jsonl(const std::string& file, std::istream& in, const EntrySink& sink, ReadReport& report) {
    if (!in) {
        return Error{Code::kIo, "cannot be read", "check that it may be read", {file, 0}};
    }
    RecordReader records(file, sink, report);
    std::string line;
    std::size_t number = 0;
    std::uint64_t bytes = 0;
    for (;;) {
        const LineState state = read_line(in, line);
        if (in.bad()) {
            return Error{Code::kIo,
                         fmt::format("reading failed after line {}", number),
                         "check that the disk or the program that sends the lines is in order",
                         {file, number}};
        }
        if (state == LineState::kEnd) {
            records.finish();
            return {};
        }
        ++number;
        bytes += line.size();
        if (bytes > kMaxJsonlBytes) {
            return Error{Code::kInvalidInput,
                         fmt::format("more than {} bytes of JSON lines", kMaxJsonlBytes),
                         "split it into several files and index them one after the other",
                         {file, number}};
        }
        if (state == LineState::kTooLong) {
            records.skip_too_long(number);
        } else {
            records.read(line, number);
        }
    }
}

}  // namespace saegin::indexer
