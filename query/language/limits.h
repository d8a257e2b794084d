// The limits of a query. What goes beyond them is left out and told of.
#pragma once

#include <cstddef>

namespace saegin::query::language {

/// Bytes that are read.
inline constexpr std::size_t kMaxQueryBytes = 10'000;

/// Parentheses inside each other.
inline constexpr std::size_t kMaxDepth = 32;

/// Words, phrases, prefixes and ranges in a query.
inline constexpr std::size_t kMaxClauses = 1024;

}  // namespace saegin::query::language
