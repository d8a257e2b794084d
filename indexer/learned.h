// What an index learns from its papers as a whole and keeps in its metadata: the lexicon and the latent space. Both
// follow from terms and ids alone, so that an update gives what a new build gives.
#pragma once

#include <map>
#include <string>

#include <xapian.h>

namespace saegin::indexer {

/// Metadata by key.
using Learned = std::map<std::string, std::string>;

/// What the papers of `database` teach. Xapian's exceptions pass through: call it under a guard.
[[nodiscard]] Learned learn(const Xapian::Database& database);

}  // namespace saegin::indexer
