// What holds for every parsed query, whatever was typed. Used by tests and by the fuzz target.
#pragma once

#include <string>
#include <string_view>

#include "query/language/parser.h"

namespace saegin::test {

/// What is wrong with `parsed`, read from `query`; empty where nothing is: the printout is a query that gives the same
/// printout, without diagnostics unless it only excludes; spans lie within the query and within those around them; the
/// limits hold.
[[nodiscard]] std::string problem_with(const query::language::Parsed& parsed, std::string_view query, DigestDate today);

}  // namespace saegin::test
