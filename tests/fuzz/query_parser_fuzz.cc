// Any bytes are a query: its tree prints as a query that gives the same tree, and spans lie inside each other.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "query/language/parser.h"
#include "query/language/printer.h"
#include "tests/support/query_tree_checks.h"

namespace {

void check(const saegin::query::language::Parsed& parsed, std::string_view query) {
    if (!saegin::test::problem_with(parsed, query, {2024, 8, 28}).empty()) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view query{reinterpret_cast<const char*>(data), size};
    check(saegin::query::language::parse(query, {2024, 8, 28}), query);
    check(saegin::query::language::parse_plain(query), query);
    return 0;
}
