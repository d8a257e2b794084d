// What was amiss with a query, and what was made of it. A diagnostic never stops a search.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace saegin::query::language {

/// Most diagnostics of one query; the last one says how many more there were.
inline constexpr std::size_t kMaxDiagnostics = 20;

struct Diagnostic {
    text::ByteSpan span;  ///< in the query as given
    std::string message;  ///< one sentence: what was wrong; what was done instead

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects diagnostics in any order.
class Diagnostics {
public:
    void add(text::ByteSpan span, std::string message);
    /// All of them in the order of the query, at most kMaxDiagnostics.
    [[nodiscard]] std::vector<Diagnostic> take() &&;

private:
    std::vector<Diagnostic> found_;
};

/// 'text' in quotation marks for a message, cut where it is long.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace saegin::query::language
