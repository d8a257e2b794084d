// English words become stems: Snowball's English stemmer, with the plurals of acronyms that it leaves alone.
#pragma once

#include <string>

#include <xapian.h>

namespace saegin::text {

/// Stems folded English words. Holds the stemmer's state: one instance per thread.
class EnglishStemmer {
public:
    EnglishStemmer() : snowball_("english") {}

    /// The stem of a folded word of Latin letters: "models" -> "model", "what's" -> "what", "llms" -> "llm". Words with
    /// digits or other letters, and words of fewer than three letters, come back as they are.
    [[nodiscard]] std::string stem(const std::string& word);

private:
    Xapian::Stem snowball_;
};

}  // namespace saegin::text
