#include "benchmarks/eval/trec_topics.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "benchmarks/eval/topic_list.h"

namespace saegin::eval {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// A tag at the front of a text: its name in small letters, with '/' where it closes, and its length in bytes.
struct Tag {
    std::string name;
    std::size_t length = 0;
};

/// The tag that `text` starts with; nothing where it starts with something else.
std::optional<Tag> tag_at(std::string_view text, bool starts_line) {
    static constexpr std::array<std::string_view, 5> kEverywhere{"top", "num", "title", "desc", "narr"};
    constexpr std::size_t kLongestName = 20;
    std::size_t end = 1;
    end += text.substr(end).starts_with('/') ? 1U : 0U;
    const std::size_t name = end;
    while (end < text.size() && end - name <= kLongestName && is_letter(text[end])) {
        ++end;
    }
    if (end == name || end >= text.size() || text[end] != '>') {
        return std::nullopt;
    }
    const std::string bare = lower(text.substr(name, end - name));
    if (!starts_line && std::find(kEverywhere.begin(), kEverywhere.end(), bare) == kEverywhere.end()) {
        return std::nullopt;
    }
    return Tag{(name > 1 ? "/" : "") + bare, end + 1};
}

/// Appends `text` with every run of blanks as one; at most a little more than a title may have.
void append_words(std::string& out, std::string_view text) {
    for (std::string_view word = take_field(text); !word.empty(); word = take_field(text)) {
        if (out.size() > kMaxTitleBytes) {
            return;
        }
        out += out.empty() ? "" : " ";
        out += word;
    }
}

std::string without_label(std::string text, std::string_view label) {
    if (lower(std::string_view{text}.substr(0, label.size())) == label) {
        text.erase(0, text.find_first_not_of(' ', label.size()));
    }
    return text;
}

/// Walks through a file and takes its topics.
class Reader {
public:
    explicit Reader(const TextFile& file) : file_(file), topics_(file) {}

    Result<std::vector<Topic>> read() {
        Lines lines{file_.text()};
        while (const auto line = lines.next()) {
            line_ = lines.number();
            if (std::optional<Error> problem = read_line(*line)) {
                return *std::move(problem);
            }
        }
        if (inside_) {
            return topics_.error(start_, "this topic does not end", "close it with </top>");
        }
        if (topics_.empty()) {
            return topics_.error(0, "no topic in it", "topics stand between <top> and </top>");
        }
        return std::move(topics_).take();
    }

private:
    std::optional<Error> read_line(std::string_view line) {
        bool starts_line = true;
        while (!line.empty()) {
            if (line.front() == '<') {
                if (const std::optional<Tag> tag = tag_at(line, starts_line)) {
                    if (std::optional<Error> problem = take_tag(tag->name)) {
                        return problem;
                    }
                    line.remove_prefix(tag->length);
                    starts_line = false;
                    continue;
                }
            }
            const std::size_t end = std::min(line.find('<', 1), line.size());
            const std::string_view piece = line.substr(0, end);
            std::string_view rest = piece;
            const std::string_view word = take_field(rest);
            if (!inside_ && !word.empty()) {
                if (starts_line && word.front() == '<') {
                    return std::nullopt;  // a header or a comment
                }
                return topics_.error(line_, "text outside of a topic", "topics stand between <top> and </top>");
            }
            if (field_ != nullptr) {
                *field_ += piece;
            }
            starts_line = starts_line && word.empty();
            line.remove_prefix(end);
        }
        if (field_ != nullptr) {
            *field_ += ' ';
        }
        return std::nullopt;
    }

    std::optional<Error> take_tag(const std::string& name) {
        field_ = nullptr;
        if (name == "top") {
            if (inside_) {
                return topics_.error(line_, fmt::format("a topic inside the one of line {}", start_),
                                     "close that with </top>");
            }
            inside_ = true;
            start_ = line_;
            id_.reset();
            title_.reset();
            return std::nullopt;
        }
        if (name == "/top") {
            return inside_ ? finish() : topics_.error(line_, "no topic ends here", "open it with <top>");
        }
        if (name == "num" || name == "title") {
            std::optional<std::string>& field = name == "num" ? id_ : title_;
            if (!inside_ || field) {
                return topics_.error(line_, fmt::format("a <{}> {}", name, inside_ ? "too many" : "outside of a topic"),
                                     "a topic has one <num> and one <title>, between <top> and </top>");
            }
            field_ = &field.emplace();
        }
        return std::nullopt;
    }

    std::optional<Error> finish() {
        inside_ = false;
        Topic topic;
        append_words(topic.qid, id_.value_or(""));
        append_words(topic.text, title_.value_or(""));
        if (topic.text.size() > kMaxTitleBytes) {
            return topics_.error(start_, fmt::format("the title is longer than {} bytes", kMaxTitleBytes),
                                 "is its end marked by another tag?");
        }
        topic.qid = without_label(std::move(topic.qid), "number:");
        topic.text = without_label(std::move(topic.text), "topic:");
        if (topic.qid.empty() || topic.text.empty()) {
            return topics_.error(start_, fmt::format("a topic without {}", topic.qid.empty() ? "an id" : "a text"),
                                 "it needs: <num> Number: ID and <title> WORDS");
        }
        return topics_.add(std::move(topic), start_);
    }

    const TextFile& file_;
    TopicList topics_;
    std::size_t line_ = 0;
    bool inside_ = false;
    std::size_t start_ = 0;  ///< line of the topic's <top>
    std::optional<std::string> id_;
    std::optional<std::string> title_;
    std::string* field_ = nullptr;  ///< where text goes: id_, title_ or nowhere
};

}  // namespace

Result<std::vector<Topic>> parse_trec_topics(const TextFile& file) {
    return Reader{file}.read();
}

}  // namespace saegin::eval
