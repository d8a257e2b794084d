// A small index on disk for tests of the reading side, built as saegin-index builds one.
//
//   const MiniIndex index{{{.id = "2408.00001", .title = "Diffusion", .text = "확산모델은 ..."}}};
//   query::Searcher searcher = index.searcher();
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/index_folder.h"
#include "common/paper.h"
#include "query/searcher.h"
#include "tests/support/temp_dir.h"

namespace saegin::test {

/// What a paper of a test says. What is empty is left out of its record.
struct MiniPaper {
    std::string id;
    std::string title = "Untitled";
    std::string text = "";
    std::vector<std::string> authors = {};
    std::optional<Votes> votes = std::nullopt;
    std::string date = "";
};

/// The papers as JSON lines.
[[nodiscard]] std::string to_jsonl(const std::vector<MiniPaper>& papers);

/// An index and the files it is made of, in a temporary folder. Whatever fails throws, here and below.
class MiniIndex {
public:
    /// An index of these papers, which stand in one file.
    explicit MiniIndex(const std::vector<MiniPaper>& papers = {});

    /// Writes "papers.jsonl" anew and updates the index: it then has these papers and those of other files.
    void set(const std::vector<MiniPaper>& papers);
    /// Writes a file of this name (*.jsonl or *.md) and updates the index.
    void write(const std::string& name, const std::string& content);
    /// Brings the index in line with its files; `rebuild` makes it anew and swaps it in.
    void update(bool rebuild = false);

    [[nodiscard]] IndexFolder folder() const { return IndexFolder{temp_.path() / "index"}; }
    [[nodiscard]] const TempDir& temp() const { return temp_; }
    [[nodiscard]] query::Searcher searcher() const;

private:
    TempDir temp_;
};

/// Brings the index in `folder` in line with these inputs, with two threads.
void index_inputs(const IndexFolder& folder, const std::vector<std::string>& inputs, bool rebuild = false);

/// A searcher over several indexes as one.
[[nodiscard]] query::Searcher searcher_over(std::vector<IndexFolder> folders);

/// A ranking without the vote prior.
[[nodiscard]] query::Ranking pure_relevance(std::size_t limit = 10, std::size_t offset = 0);

/// Ids of a search, best first.
[[nodiscard]] std::vector<std::string> ids_found(query::Searcher& searcher, const std::string& query,
                                                 const query::Ranking& ranking = pure_relevance());
/// The same over an index that is opened for it.
[[nodiscard]] std::vector<std::string> ids_found(const MiniIndex& index, const std::string& query);

}  // namespace saegin::test
