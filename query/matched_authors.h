// Which authors of a paper a query asked for, so that they are shown and marked wherever they stand in a long list.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "common/paper.h"
#include "common/text/analyzer.h"
#include "query/lowering.h"

namespace saegin::query {

/// The authors that one query asks for: by a field, by the whole name, or by a word of it.
class MatchedAuthors {
public:
    /// `analyzer` is used as long as this lives.
    MatchedAuthors(const LoweredQuery& query, text::Analyzer& analyzer);

    /// Places in `names`, ascending.
    [[nodiscard]] std::vector<std::size_t> in(const std::vector<std::string>& names) const;

private:
    [[nodiscard]] bool asks_for(const std::string& name) const;

    std::set<std::string> names_;  ///< terms of the index, prefix included
    std::set<std::string> words_;  ///< as analysed
    text::Analyzer& analyzer_;
};

}  // namespace saegin::query
