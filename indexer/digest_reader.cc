#include "indexer/digest_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "common/paper_url.h"
#include "common/text/unicode.h"
#include "indexer/author_list.h"
#include "indexer/block_text.h"
#include "indexer/digest_date.h"
#include "indexer/entry_heading.h"
#include "indexer/entry_text.h"
#include "indexer/markdown.h"

namespace saegin::indexer {

namespace {

constexpr std::string_view kHeadingHint = "write it as '### [Title](https://arxiv.org/abs/2408.15237)'";
constexpr std::array<std::string_view, 4> kVoteLabels = {"vote", "votes", "upvote", "upvotes"};
constexpr std::array<std::string_view, 2> kAuthorLabels = {"author", "authors"};

/// What follows "Vote:"; none where `line` does not begin with one of `labels` and a colon.
template <std::size_t kCount>
std::optional<std::string_view> after_label(std::string_view line, const std::array<std::string_view, kCount>& labels) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string label = text::fold(squeeze_spaces(line.substr(0, colon)));
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) {
        return std::nullopt;
    }
    return line.substr(colon + 1);
}

/// "[Watch Video]https://...": what stands where a link was meant.
bool is_broken_video_link(std::string_view line) {
    if (!line.starts_with('[')) {
        return false;
    }
    const std::string folded = text::fold(line);
    return folded.starts_with("[watch video]") && folded.find(' ', folded.find(']')) == std::string::npos;
}

class DigestReader {
public:
    DigestReader(const std::string& file, const Markdown& digest, const EntrySink& sink, ReadReport& report)
        : file_(file),
          digest_(digest),
          sink_(sink),
          report_(report),
          path_date_(date_of_path(file)),
          date_(path_date_) {}

    void read() {
        for (cmark_node* const block : children(digest_.root())) {
            if (cmark_node_get_type(block) == CMARK_NODE_HEADING && read_heading(block)) {
                continue;
            }
            warn_of_hidden_entries(block);
            if (entry_) {
                read_block(block);
            }
        }
        close_entry();
        if (undated_) {
            warn(0,
                 "no date in a heading or in the path, so its papers have none: write '## Daily Papers (2024-08-28)'");
        }
    }

private:
    /// Takes a heading of level 1 to 3; false for anything else.
    bool read_heading(cmark_node* heading) {
        const int level = cmark_node_get_heading_level(heading);
        if (level > 3) {
            return false;
        }
        const auto line = static_cast<std::size_t>(cmark_node_get_start_line(heading));
        if (level == 3) {
            close_entry();
            open_entry(heading, line);
            return true;
        }
        const std::string text = plain_text(children(heading));
        const std::string_view day = find_day(text);
        // A rule right below a paragraph makes CommonMark take the paragraph for a heading.
        const bool underlined = digest_.line(line).find_first_not_of(' ') != digest_.line(line).find('#');
        if (underlined && day.empty()) {
            return false;
        }
        close_entry();
        if (!day.empty()) {
            date_ = parse_date(day);
            if (!date_) {
                warn(line, fmt::format("there is no day {}: the date in the path is taken, if there is one", day));
                date_ = path_date_;
            }
        }
        return true;
    }

    /// A comment or a fence of code that nothing closes goes on to the end of the file.
    void warn_of_hidden_entries(cmark_node* block) {
        const char* const raw = cmark_node_get_literal(block);
        const std::string_view text = raw == nullptr ? "" : raw;
        if (text.starts_with("### [") || text.find("\n### [") != std::string_view::npos) {
            warn(static_cast<std::size_t>(cmark_node_get_start_line(block)),
                 "code or HTML that begins here hides the entries in it: close it before the next heading");
        }
    }

    void open_entry(cmark_node* heading, std::size_t line) {
        EntryHeading found = read_entry_heading(digest_, heading);
        found.title = text::to_nfc(found.title);
        found.url = text::to_nfc(found.url);
        const auto skip = [&](std::string_view problem) {
            report_.skipped.push_back({{file_, line}, fmt::format("{}: {}", problem, kHeadingHint)});
        };
        if (!found.linked) {
            return skip("the heading has no link to a paper");
        }
        if (found.title.empty()) {
            return skip("the heading has a link without a title");
        }
        if (found.url.empty()) {
            return skip(fmt::format("the link of '{}' has no address", excerpt(found.title)));
        }
        if (!is_web_address(found.url)) {
            return skip(fmt::format("the link of '{}' leads to '{}', which is no web address", excerpt(found.title),
                                    excerpt(found.url)));
        }
        PaperId id = paper_id_of(found.url);
        if (id.value.empty() || id.value.size() > kMaxIdBytes) {
            return skip(fmt::format("the link of '{}' has more than {} bytes, too many for an id", excerpt(found.title),
                                    kMaxIdBytes));
        }
        entry_ = Entry{std::move(id), found.title, found.url, date_, {}, {}, {}, file_, line};
    }

    void close_entry() {
        if (!entry_) {
            return;
        }
        set_topic("");
        if (entry_->sections.empty()) {
            warn(entry_->line, fmt::format("'{}' has no summary", excerpt(entry_->title)));
        }
        // Where marks are gone or entities decoded, letters may have come to stand before their accents.
        for (Section& section : entry_->sections) {
            section.heading = text::to_nfc(section.heading);
            section.text = text::to_nfc(section.text);
        }
        undated_ = undated_ || !entry_->date;
        ++report_.entries;
        sink_(*std::move(entry_));
        entry_.reset();
        has_votes_ = false;
        has_authors_ = false;
    }

    void read_block(cmark_node* block) {
        switch (cmark_node_get_type(block)) {
            case CMARK_NODE_HEADING:
                if (cmark_node_get_heading_level(block) > 3) {
                    set_topic(plain_text(children(block)));
                    return;
                }
                [[fallthrough]];  // an underlined paragraph
            case CMARK_NODE_PARAGRAPH:
                return read_paragraph(block);
            case CMARK_NODE_LIST:
                return read_list(block);
            case CMARK_NODE_BLOCK_QUOTE:
            case CMARK_NODE_CODE_BLOCK:
                return add_section(section_of_block(digest_, block));
            default:  // raw HTML and rules say nothing
                return;
        }
    }

    void read_paragraph(cmark_node* paragraph) {
        std::vector<cmark_node*> text;  // of the lines that are not labelled
        std::string authors;
        bool in_authors = false;
        auto number = static_cast<std::size_t>(cmark_node_get_start_line(paragraph));
        for (const std::vector<cmark_node*>& line : lines_of(paragraph)) {
            const std::string plain = plain_text(line);
            if (const auto votes = after_label(plain, kVoteLabels); votes && !has_votes_) {
                read_votes(*votes, number);
                in_authors = false;
            } else if (const auto names = after_label(plain, kAuthorLabels); names && !has_authors_) {
                authors = *names;
                has_authors_ = true;
                in_authors = plain.ends_with(',');  // the list goes on in the next line
            } else if (in_authors) {
                authors += ' ' + plain;
                in_authors = plain.ends_with(',');
            } else if (!plain.empty() && !is_broken_video_link(plain)) {
                if (!text.empty()) {
                    text.push_back(cmark_node_previous(line.front()));  // the line end, which is a space
                }
                text.insert(text.end(), line.begin(), line.end());
            }
            ++number;
        }
        if (!authors.empty()) {
            entry_->authors = parse_author_list(authors);
        }
        Section section = section_of(text);
        if (section.text.empty()) {
            if (!section.heading.empty()) {
                set_topic(std::move(section.heading));
            }
            return;
        }
        add_section(std::move(section));
    }

    void read_votes(std::string_view written, std::size_t line) {
        const VoteText vote = parse_votes(written);
        entry_->votes = vote.votes;
        has_votes_ = true;
        if (!vote.understood) {
            warn(line, fmt::format("'{}' is not a count of votes, so it is taken as unknown: write 'Vote: 12' or "
                                   "'Vote: -'",
                                   excerpt(squeeze_spaces(written))));
        }
    }

    void read_list(cmark_node* list) {
        const bool elaborates =
            cmark_node_get_list_type(list) == CMARK_ORDERED_LIST && !entry_->sections.empty() && topic_.empty();
        if (elaborates) {
            for (cmark_node* const part : text_blocks(list)) {
                entry_->sections.back().text += '\n' + line_of(digest_, part);
            }
            return;
        }
        for (cmark_node* const item : children(list)) {
            add_section(section_of_block(digest_, item));
        }
    }

    /// Names the sections that follow and have no heading of their own. A topic that none followed is text.
    void set_topic(std::string topic) {
        if (!topic_.empty() && !topic_used_) {
            entry_->sections.push_back({"", std::move(topic_)});
        }
        topic_ = std::move(topic);
        topic_used_ = false;
    }

    void add_section(Section section) {
        if (section.text.empty()) {
            section.text.swap(section.heading);  // a heading of nothing is text
        }
        if (section.text.empty()) {
            return;
        }
        if (section.heading.empty() && !topic_.empty()) {
            section.heading = topic_;
        }
        topic_used_ = true;
        entry_->sections.push_back(std::move(section));
    }

    void warn(std::size_t line, std::string reason) { report_.warnings.push_back({{file_, line}, std::move(reason)}); }

    const std::string& file_;
    const Markdown& digest_;
    const EntrySink& sink_;
    ReadReport& report_;
    std::optional<DigestDate> path_date_;
    std::optional<DigestDate> date_;  ///< of the entries that follow
    std::optional<Entry> entry_;      ///< whose heading has been read
    bool has_votes_ = false;          ///< whether the entry has said its votes, be they unknown
    bool has_authors_ = false;
    std::string topic_;  ///< names the sections that follow in the entry
    bool topic_used_ = false;
    bool undated_ = false;  ///< an entry had no date
};

/// The line of the first character that had to be replaced.
std::size_t first_repaired_line(std::string_view content, const std::string& repaired) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (content.starts_with(kByteOrderMark)) {
        content.remove_prefix(kByteOrderMark.size());
    }
    const auto [at, other] = std::mismatch(content.begin(), content.end(), repaired.begin(), repaired.end());
    return static_cast<std::size_t>(std::count(content.begin(), at, '\n')) + 1;
}

}  // namespace

Result<void> read_digest(const std::string& file, std::string_view content, const EntrySink& sink, ReadReport& report) {
    if (content.size() > kMaxDigestBytes) {
        return Error{Code::kInvalidInput,
                     fmt::format("the digest has {} bytes, more than {}", content.size(), kMaxDigestBytes),
                     "split it into smaller files",
                     {file, 0}};
    }
    const text::Repaired repaired = text::repair_utf8(content);
    if (repaired.replacements > 0) {
        report.warnings.push_back(
            {{file, first_repaired_line(content, repaired.text)},
             fmt::format("{} malformed UTF-8 sequence(s) from here on became U+FFFD: save the file "
                         "as UTF-8",
                         repaired.replacements)});
    }
    const Markdown digest(text::to_nfc(repaired.text));
    for (const std::size_t line : digest.cut_lines()) {
        report.warnings.push_back(
            {{file, line},
             fmt::format("the line is longer than {} bytes or nested too deep: what is beyond is left out",
                         kMaxMarkdownLineBytes)});
    }
    DigestReader(file, digest, sink, report).read();
    return {};
}

}  // namespace saegin::indexer
