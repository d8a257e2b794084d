#include "query/title_terms.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "query/distinctive_terms.h"
#include "query/spellings.h"

namespace saegin::query {

namespace {

struct Found {
    Spellings spellings;
    std::vector<std::uint32_t> papers;
    std::set<std::string> wholes;  ///< keys of longer terms that it stands in
};

using Terms = std::map<std::string, Found>;

/// A word or mark of a title.
struct Unit {
    text::Token token;
    bool in_whole = false;  ///< a part of the mark in front of it
};

std::vector<Unit> units_of(std::string_view title, text::Analyzer& analyzer) {
    std::vector<Unit> units;
    visit_content_words(title, analyzer, [&](const text::Token& token, const std::string& /*written*/, bool is_part) {
        units.push_back({token, is_part});
    });
    return units;
}

class TermReader {
public:
    void read(std::string_view title, std::uint32_t paper) {
        const std::vector<Unit> units = units_of(title, analyzer_);
        const Unit* before = nullptr;
        for (const Unit& unit : units) {
            const text::Token& token = unit.token;
            if (!is_fragment(token.text)) {
                add(token.text, title, token.span, paper);
            }
            if (unit.in_whole) {
                terms_[token.text].wholes.insert(before->token.text);
                continue;
            }
            if (before != nullptr && stand_together(title, before->token, token)) {
                const std::string both = before->token.text + " " + token.text;
                add(both, title, {before->token.span.begin, token.span.end}, paper);
                for (const text::Token* part : {&before->token, &token}) {
                    terms_[part->text].wholes.insert(both);
                }
            }
            before = &unit;
        }
    }

    /// The terms of enough papers that are not told by a longer one.
    [[nodiscard]] std::vector<TitleTerm> terms() const {
        std::vector<TitleTerm> list;
        for (const auto& [key, found] : terms_) {
            if (found.papers.size() >= kFewestTitles && !is_told_by_a_longer_one(found)) {
                list.push_back({key, found.spellings.usual(), found.papers});
            }
        }
        return list;
    }

private:
    [[nodiscard]] bool is_told_by_a_longer_one(const Found& term) const {
        return std::any_of(term.wholes.begin(), term.wholes.end(), [&](const std::string& whole) {
            const auto longer = terms_.find(whole);
            return longer != terms_.end() && longer->second.papers == term.papers;
        });
    }

    void add(const std::string& key, std::string_view title, text::ByteSpan span, std::uint32_t paper) {
        Found& found = terms_[key];
        found.spellings.add(std::string{title.substr(span.begin, span.end - span.begin)});
        if (found.papers.empty() || found.papers.back() != paper) {
            found.papers.push_back(paper);
        }
    }

    /// Whether there are but blanks between two tokens, and they say more than a number.
    static bool stand_together(std::string_view title, const text::Token& a, const text::Token& b) {
        return a.span.end < b.span.begin &&
               title.substr(a.span.end, b.span.begin - a.span.end).find_first_not_of(' ') == std::string_view::npos &&
               !(is_fragment(a.text) && is_fragment(b.text));
    }

    text::Analyzer analyzer_;
    Terms terms_;
};

}  // namespace

DatedTitles dated_titles(std::vector<DatedTitle> papers) {
    std::erase_if(papers, [](const DatedTitle& paper) { return !paper.date; });
    std::sort(papers.begin(), papers.end(),
              [](const DatedTitle& a, const DatedTitle& b) { return std::tie(a.id, a.date) < std::tie(b.id, b.date); });
    papers.erase(std::unique(papers.begin(), papers.end(),
                             [](const DatedTitle& a, const DatedTitle& b) { return a.id == b.id; }),
                 papers.end());
    DatedTitles titles;
    TermReader terms;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        titles.days.push_back(*papers[i].date);
        terms.read(papers[i].title, static_cast<std::uint32_t>(i));
    }
    titles.terms = terms.terms();
    return titles;
}

Result<DatedTitles> read_dated_titles(IndexReader& reader) {
    return reader.read([](const Xapian::Database& database) -> Result<DatedTitles> {
        std::vector<DatedTitle> papers;
        for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
            const Result<std::vector<Entry>> entries = load_entries(database.get_document(*at));
            if (!entries) {
                return entries.error();
            }
            Paper paper = merge_entries(*entries);
            papers.push_back({std::move(paper.id), std::move(paper.title), paper.date});
        }
        return dated_titles(std::move(papers));
    });
}

}  // namespace saegin::query
