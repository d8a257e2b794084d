// Makes the lexicon of an index out of its terms.
//
//   gloss terms -> candidates by English name -> where the Korean name starts -> pairs
//   words x spellings -> same sound -> used together -> loanword pairs
//
// Nothing but terms, their frequencies and their postings is read. So the lexicon of several indexes together is that
// of one index of all their papers, and an update gives what a new build gives.
#pragma once

#include <xapian.h>

#include "common/lexicon/lexicon.h"
#include "common/lexicon/term_postings.h"
#include "common/text/analyzer.h"

namespace saegin::lexicon {

/// The lexicon of `database`, which may be several indexes read as one. Takes time linear in the number of different
/// words and glosses; `reading` changes the time alone. Xapian's exceptions pass through: call it under a guard.
[[nodiscard]] Lexicon build_lexicon(const Xapian::Database& database, text::Analyzer& analyzer,
                                    Reading reading = Reading::kOneByOne);

}  // namespace saegin::lexicon
