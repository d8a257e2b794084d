// The papers that have a term, read in one exchange with each index.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

namespace saegin {

/// The documents that have this term, ascending. Over several indexes they come as matches: a remote index sends these
/// in one message, but a message for each entry of a posting list. Xapian's exceptions pass through.
[[nodiscard]] std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const std::string& term);

/// The same for many terms, in their order; over several indexes some fifty terms share an exchange.
[[nodiscard]] std::vector<std::vector<Xapian::docid>> documents_of(const Xapian::Database& database,
                                                                   const std::vector<std::string>& terms);

/// In how many documents each of these terms stands, in the order given; likewise in one exchange.
[[nodiscard]] std::vector<Xapian::doccount> frequencies_of(const Xapian::Database& database,
                                                           const std::vector<std::string>& terms);

}  // namespace saegin
