// sample_glossary DB_DIR [SEED [PAIRS]]: draws pairs of a Korean and an English name from the lexicon of an index and
// prints them as the rows of a sheet to judge (see tests/data/glossary/README.md). The same index and seed give the
// same rows.
#include <cstdint>
#include <exception>
#include <iostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/index_folder.h"
#include "tests/support/glossary_sheet.h"

namespace {

int run(const std::vector<std::string>& words) {
    if (words.empty() || words.size() > 3) {
        std::cerr << "usage: sample_glossary DB_DIR [SEED [PAIRS]]\n";
        return 2;
    }
    const std::uint32_t seed = words.size() > 1 ? static_cast<std::uint32_t>(std::stoul(words[1])) : 1;
    const std::size_t wanted = words.size() > 2 ? std::stoul(words[2]) : saegin::test::kSheetPairs;
    const auto database = saegin::open_index(saegin::IndexFolder{words[0]});
    if (!database) {
        std::cerr << "sample_glossary: " << saegin::to_string(database.error()) << "\n";
        return 2;
    }
    const auto lexicon = saegin::read_lexicon(*database);
    if (!lexicon) {
        std::cerr << "sample_glossary: " << saegin::to_string(lexicon.error()) << "\n";
        return 2;
    }
    std::vector<saegin::lexicon::Pair> pairs = saegin::test::bilingual_pairs(*lexicon);
    std::cerr << pairs.size() << " pairs\n";
    // The first places of a shuffle; written out, since that of the standard library differs between platforms.
    std::mt19937 random{seed};
    for (std::size_t i = 0; i < wanted && i < pairs.size(); ++i) {
        std::swap(pairs[i], pairs[i + random() % (pairs.size() - i)]);
        std::cout << saegin::test::to_row(pairs[i]) << "\t\t\n";
    }
    return std::cout.flush() ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run({argv + 1, argv + argc});
    } catch (const Xapian::Error& problem) {
        std::cerr << "sample_glossary: " << problem.get_description() << "\n";
    } catch (const std::exception& problem) {
        std::cerr << "sample_glossary: " << problem.what() << "\n";
    }
    return 2;
}
