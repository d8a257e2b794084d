#include "query/language/diagnostics.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "query/language/syntax.h"

namespace saegin::query::language {

namespace {

constexpr std::size_t kMaxQuotedBytes = 40;

}  // namespace

void Diagnostics::add(text::ByteSpan span, std::string message) {
    found_.push_back({span, std::move(message)});
}

std::vector<Diagnostic> Diagnostics::take() && {
    std::stable_sort(found_.begin(), found_.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.span.begin, a.span.end) < std::tie(b.span.begin, b.span.end);
    });
    if (found_.size() > kMaxDiagnostics) {
        const std::size_t more = found_.size() - (kMaxDiagnostics - 1);
        found_.resize(kMaxDiagnostics);
        found_.back().message = std::to_string(more) + " more problems are not listed";
    }
    return std::move(found_);
}

std::string quoted(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t next = character_at(text, end).next;
        if (next > kMaxQuotedBytes) {
            return "'" + std::string{text.substr(0, end)} + "…'";
        }
        end = next;
    }
    return "'" + std::string{text} + "'";
}

}  // namespace saegin::query::language
