#include "benchmarks/eval/trec_files.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace saegin::eval {

namespace {

/// Numbers for names, in the order of their first appearance. Lines of one query stand together as a rule, so the last
/// name asked for is answered without a look-up.
class Numbering {
public:
    std::uint32_t number(std::string_view name) {
        if (names_.empty() || name != names_[last_]) {
            const auto [place, is_new] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
            if (is_new) {
                names_.push_back(name);
            }
            last_ = place->second;
        }
        return last_;
    }
    [[nodiscard]] const std::vector<std::string_view>& names() const { return names_; }

private:
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::vector<std::string_view> names_;
    std::uint32_t last_ = 0;
};

/// Where the rows of each group stand once they are sorted by group.
std::vector<std::size_t> group_starts(const auto& rows, std::size_t groups) {
    std::vector<std::size_t> starts(groups + 1, 0);
    for (const auto& row : rows) {
        ++starts[row.query + 1];
    }
    for (std::size_t group = 1; group <= groups; ++group) {
        starts[group] += starts[group - 1];
    }
    return starts;
}

/// The rows in the order of their groups; inside a group they keep their order.
template <typename Row>
std::vector<Row> by_group(const std::vector<Row>& rows, const std::vector<std::size_t>& starts) {
    std::vector<std::size_t> next = starts;
    std::vector<Row> grouped(rows.size());
    for (const Row& row : rows) {
        grouped[next[row.query]++] = row;
    }
    return grouped;
}

/// Sorts queries by their ids.
void sort_by_id(auto& queries) {
    std::sort(queries.begin(), queries.end(), [](const auto& a, const auto& b) { return a.qid < b.qid; });
}

Error bad_line(const TextFile& file, std::size_t line, std::string message, std::string hint) {
    return Error{Code::kInvalidInput, std::move(message), std::move(hint), Where{file.path(), line}};
}

/// Whether a line of a qrels or run file has nothing to read.
bool is_skipped(std::string_view line) {
    const std::string_view first = take_field(line);
    return first.empty() || first.front() == '#';
}

struct JudgementRow {
    std::uint32_t query = 0;
    int grade = 0;
    std::string_view docid;
    std::size_t line = 0;
};

struct ResultRow {
    std::uint32_t query = 0;
    std::uint32_t document = 0;
    double score = 0;
    std::string_view docid;
    std::size_t line = 0;
};

/// Whether this is the line at the top of a judgements file in BEIR's form.
bool is_beir_header(std::string_view line) {
    return take_field(line) == "query-id" && take_field(line) == "corpus-id" && take_field(line) == "score" &&
           take_field(line).empty();
}

Result<JudgementRow> parse_judgement(const TextFile& file, std::size_t number, std::string_view line, bool is_beir,
                                     Numbering& queries) {
    const std::string_view qid = take_field(line);
    if (!is_beir) {
        static_cast<void>(take_field(line));
    }
    const std::string_view docid = take_field(line);
    const std::string_view grade = take_field(line);
    if (grade.empty() || !take_field(line).empty()) {
        return is_beir ? bad_line(file, number, "a judgement needs three columns here", "query-id corpus-id score")
                       : bad_line(file, number, "a judgement needs four columns",
                                  "query-id iteration document-id grade; or three below BEIR's header: query-id "
                                  "corpus-id score");
    }
    const std::optional<int> value = parse_whole(grade);
    if (!value) {
        return bad_line(file, number, fmt::format("the grade is '{}'", grade), "grades are whole numbers");
    }
    return JudgementRow{queries.number(qid), *value, docid, number};
}

struct ParsedResult {
    ResultRow row;
    std::string_view tag;
};

Result<ParsedResult> parse_result(const TextFile& file, std::size_t number, std::string_view line, Numbering& queries,
                                  Numbering& documents) {
    const std::string_view qid = take_field(line);
    static_cast<void>(take_field(line));
    const std::string_view docid = take_field(line);
    static_cast<void>(take_field(line));
    const std::string_view score = take_field(line);
    const std::string_view tag = take_field(line);
    if (tag.empty()) {
        return bad_line(file, number, "a result needs six columns", "query-id Q0 document-id rank score tag");
    }
    const std::optional<double> value = parse_score(score);
    if (!value) {
        return bad_line(file, number, fmt::format("the score is '{}'", score), "scores are numbers");
    }
    return ParsedResult{{queries.number(qid), documents.number(docid), *value, docid, number}, tag};
}

/// The first line that names a document which an earlier line names under the same query. `rows` are grouped.
std::optional<Error> find_duplicate(const TextFile& file, const std::vector<ResultRow>& rows, const Numbering& queries,
                                    std::size_t documents) {
    constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> seen_under(documents, kNever);
    const ResultRow* found = nullptr;
    for (const ResultRow& row : rows) {
        if (std::exchange(seen_under[row.document], row.query) == row.query &&
            (found == nullptr || row.line < found->line)) {
            found = &row;
        }
    }
    if (found == nullptr) {
        return std::nullopt;
    }
    return bad_line(
        file, found->line,
        fmt::format("document '{}' stands twice under query '{}'", found->docid, queries.names()[found->query]),
        "each document may be retrieved once per query");
}

}  // namespace

Result<Qrels> Qrels::read(const std::string& path) {
    Result<TextFile> file = TextFile::read(path);
    if (!file) {
        return file.error();
    }
    Qrels qrels{*std::move(file)};
    Numbering queries;
    std::vector<JudgementRow> rows;
    bool is_beir = false;
    Lines lines{qrels.file_.text()};
    while (const auto line = lines.next()) {
        if (is_skipped(*line)) {
            continue;
        }
        if (rows.empty() && !is_beir && is_beir_header(*line)) {
            is_beir = true;
            continue;
        }
        Result<JudgementRow> row = parse_judgement(qrels.file_, lines.number(), *line, is_beir, queries);
        if (!row) {
            return row.error();
        }
        rows.push_back(*row);
    }
    if (rows.empty()) {
        return Error{Code::kInvalidInput, "no judgements in it", "query-id iteration document-id grade", {path, 0}};
    }
    const std::vector<std::size_t> starts = group_starts(rows, queries.names().size());
    rows = by_group(rows, starts);
    const JudgementRow* duplicate = nullptr;
    for (std::size_t query = 0; query + 1 < starts.size(); ++query) {
        const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(starts[query]);
        const auto end = rows.begin() + static_cast<std::ptrdiff_t>(starts[query + 1]);
        std::stable_sort(begin, end, [](const auto& a, const auto& b) { return a.docid < b.docid; });
        for (auto row = begin; row + 1 < end; ++row) {
            if (row->docid == (row + 1)->docid && (duplicate == nullptr || (row + 1)->line < duplicate->line)) {
                duplicate = &*(row + 1);
            }
        }
    }
    if (duplicate != nullptr) {
        return bad_line(qrels.file_, duplicate->line,
                        fmt::format("document '{}' is judged twice for query '{}'", duplicate->docid,
                                    queries.names()[duplicate->query]),
                        "keep one of the judgements");
    }
    qrels.judgements_.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(qrels.judgements_), [](const JudgementRow& row) {
        return Judgement{row.docid, row.grade};
    });
    for (std::size_t query = 0; query + 1 < starts.size(); ++query) {
        qrels.queries_.push_back({queries.names()[query], std::span{qrels.judgements_}.subspan(
                                                              starts[query], starts[query + 1] - starts[query])});
    }
    sort_by_id(qrels.queries_);
    return qrels;
}

Result<Run> Run::read(const std::string& path) {
    Result<TextFile> file = TextFile::read(path);
    if (!file) {
        return file.error();
    }
    return parse(*std::move(file));
}

Result<Run> Run::parse(TextFile file) {
    Run run{std::move(file)};
    Numbering queries;
    Numbering documents;
    std::vector<ResultRow> rows;
    Lines lines{run.file_.text()};
    while (const auto line = lines.next()) {
        if (is_skipped(*line)) {
            continue;
        }
        Result<ParsedResult> result = parse_result(run.file_, lines.number(), *line, queries, documents);
        if (!result) {
            return result.error();
        }
        rows.push_back(result->row);
        run.tag_ = result->tag;
    }
    const std::vector<std::size_t> starts = group_starts(rows, queries.names().size());
    rows = by_group(rows, starts);
    if (std::optional<Error> duplicate = find_duplicate(run.file_, rows, queries, documents.names().size())) {
        return *std::move(duplicate);
    }
    run.documents_.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(run.documents_), [](const ResultRow& row) {
        return Retrieved{row.docid, row.score};
    });
    for (std::size_t query = 0; query + 1 < starts.size(); ++query) {
        const auto ranked = std::span{run.documents_}.subspan(starts[query], starts[query + 1] - starts[query]);
        std::sort(ranked.begin(), ranked.end(), [](const Retrieved& a, const Retrieved& b) {
            return a.score != b.score ? a.score > b.score : a.docid > b.docid;
        });
        run.queries_.push_back({queries.names()[query], ranked});
    }
    sort_by_id(run.queries_);
    return run;
}

}  // namespace saegin::eval
