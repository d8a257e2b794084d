// The files of TREC evaluations: judgements (qrels) and runs. All are plain text; compressed ones must be unpacked
// first. What was asked stands in files of its own: topic_files.h.
//
//   qrels    query-id iteration document-id grade
//            or, below the header line "query-id corpus-id score" of BEIR's files, these three columns
//   run      query-id Q0 document-id rank score tag
//
// Columns of qrels and runs are parted by any white space; line ends may be LF or CR LF; blank lines and lines that
// start with '#' are skipped. Errors name the file and the line.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/eval/text_file.h"
#include "common/result.h"

namespace saegin::eval {

/// What a judge said of one document. A grade below 0 says that the document was in the pool and was not judged.
struct Judgement {
    std::string_view docid;
    int grade = 0;
};

/// The judgements of one query, in byte order of their documents.
struct JudgedQuery {
    std::string_view qid;
    std::span<const Judgement> judgements;
};

/// The judgements of a collection. Views into it stay valid when the object is moved.
class Qrels {
public:
    /// Reads a qrels file in either form. Error kInvalidInput for a line without its columns, a grade that is no whole
    /// number, two judgements of one document for one query, and a file without judgements; errors of TextFile::read.
    [[nodiscard]] static Result<Qrels> read(const std::string& path);

    /// The queries, in byte order of their ids.
    [[nodiscard]] const std::vector<JudgedQuery>& queries() const { return queries_; }
    /// The file they came from.
    [[nodiscard]] const TextFile& file() const { return file_; }

private:
    explicit Qrels(TextFile file) : file_(std::move(file)) {}

    TextFile file_;
    std::vector<Judgement> judgements_;
    std::vector<JudgedQuery> queries_;
};

/// A document that a run retrieved.
struct Retrieved {
    std::string_view docid;
    double score = 0;
};

/// What a run retrieved for one query, best first: by score descending, then by document id in descending byte order.
/// This is trec_eval's order (form_res_rels.c); the rank column of the file has no part in it.
struct RankedQuery {
    std::string_view qid;
    std::span<const Retrieved> documents;
};

/// A run. Views into it stay valid when the object is moved.
class Run {
public:
    /// Reads a run file. Scores are compared as doubles, as trec_eval does since version 10. Columns behind the tag are
    /// ignored. Error kInvalidInput for a line without its six columns, a score that is no number, and a document that
    /// stands twice under one query; errors of TextFile::read. A file without lines is a run that found nothing.
    [[nodiscard]] static Result<Run> read(const std::string& path);
    /// The same of a file that is in memory already.
    [[nodiscard]] static Result<Run> parse(TextFile file);

    /// The queries, in byte order of their ids.
    [[nodiscard]] const std::vector<RankedQuery>& queries() const { return queries_; }
    /// The tag of the last line; empty for a run without lines.
    [[nodiscard]] std::string_view tag() const { return tag_; }
    /// The file it came from.
    [[nodiscard]] const TextFile& file() const { return file_; }

private:
    explicit Run(TextFile file) : file_(std::move(file)) {}

    TextFile file_;
    std::string_view tag_;
    std::vector<Retrieved> documents_;
    std::vector<RankedQuery> queries_;
};

}  // namespace saegin::eval
