// The rules of the house, read out of the sources themselves:
//  1. common includes nobody; indexer and query include common and never each other; nobody includes benchmarks.
//  2. The reading side cannot write: it does not even name what writes an index.
//  3. One border catches the exceptions of Xapian.
//  4. Every header says what it is for, and is included once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace saegin {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

struct Source {
    std::string name;  ///< from the top of the source tree
    std::vector<std::string> lines;
};

/// Headers and sources below a folder of the tree, in order.
std::vector<Source> sources_in(const std::string& folder) {
    const fs::path top{SAEGIN_SOURCE_DIR};
    std::vector<Source> sources;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top / folder)) {
        const std::string extension = entry.path().extension().string();
        if (!entry.is_regular_file() || (extension != ".h" && extension != ".cc")) {
            continue;
        }
        Source source{fs::relative(entry.path(), top).generic_string(), {}};
        std::ifstream in{entry.path()};
        for (std::string line; std::getline(in, line);) {
            source.lines.push_back(line);
        }
        sources.push_back(std::move(source));
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.name < b.name; });
    return sources;
}

std::vector<Source> product() {
    std::vector<Source> all;
    for (const char* const folder : {"common", "indexer", "query", "benchmarks"}) {
        for (Source& source : sources_in(folder)) {
            all.push_back(std::move(source));
        }
    }
    return all;
}

bool is_header(const Source& source) {
    return source.name.ends_with(".h");
}

/// The line without what follows "//".
std::string code_of(const std::string& line) {
    return line.substr(0, line.find("//"));
}

/// What `#include "..."` or `#include <...>` names; empty for other lines.
std::string included(const std::string& line) {
    static const std::regex directive{R"re(^\s*#\s*include\s*["<]([^">]+)[">])re"};
    std::smatch match;
    return std::regex_search(line, match, directive) ? match[1].str() : "";
}

/// "file:line: ..." for every include in `folder` of something below one of `forbidden`.
std::vector<std::string> includes_of(const std::string& folder, const std::vector<std::string>& forbidden) {
    std::vector<std::string> found;
    for (const Source& source : sources_in(folder)) {
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            const std::string target = included(source.lines[i]);
            for (const std::string& other : forbidden) {
                if (target.starts_with(other + "/") || target.find("../") != std::string::npos) {
                    found.push_back(source.name + ":" + std::to_string(i + 1) + ": includes " + target);
                }
            }
        }
    }
    return found;
}

/// "file:line" wherever code (not a comment) has `text`.
std::vector<std::string> places_with(const std::vector<Source>& sources, const std::string& text) {
    std::vector<std::string> found;
    for (const Source& source : sources) {
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            if (code_of(source.lines[i]).find(text) != std::string::npos) {
                found.push_back(source.name + ":" + std::to_string(i + 1));
            }
        }
    }
    return found;
}

TEST(Layering, TheTestSeesTheSources) {
    for (const char* const folder : {"common", "indexer", "query", "benchmarks"}) {
        EXPECT_FALSE(sources_in(folder).empty()) << folder;
    }
    EXPECT_EQ(included("#include \"query/searcher.h\"  // why"), "query/searcher.h");
    EXPECT_EQ(included("#include <xapian.h>"), "xapian.h");
    EXPECT_EQ(included("  #  include \"a/b.h\""), "a/b.h");
    EXPECT_EQ(included("// #include \"x\""), "");
    EXPECT_THAT(includes_of("query", {"common"}), ::testing::Not(IsEmpty()));
}

TEST(Layering, CommonIncludesNobody) {
    EXPECT_THAT(includes_of("common", {"indexer", "query", "benchmarks", "tests"}), IsEmpty());
}

TEST(Layering, IndexerAndQueryNeverIncludeEachOther) {
    EXPECT_THAT(includes_of("indexer", {"query", "benchmarks", "tests"}), IsEmpty());
    EXPECT_THAT(includes_of("query", {"indexer", "benchmarks", "tests"}), IsEmpty());
}

TEST(Layering, TheProductNeverIncludesItsTests) {
    EXPECT_THAT(includes_of("benchmarks", {"tests"}), IsEmpty());
}

TEST(Layering, TheReadingSideNamesNothingThatWrites) {
    for (const char* const name : {"WritableDatabase", "DB_CREATE", "DB_OPEN", "saegin_indexer"}) {
        EXPECT_THAT(places_with(sources_in("query"), name), IsEmpty()) << name;
        EXPECT_THAT(places_with(sources_in("common"), name), IsEmpty()) << name;
    }
    std::ifstream in{fs::path{SAEGIN_SOURCE_DIR} / "query" / "CMakeLists.txt"};
    const std::string build{std::istreambuf_iterator<char>{in}, {}};
    EXPECT_FALSE(build.empty());
    EXPECT_EQ(build.find("saegin_indexer"), std::string::npos);
}

TEST(Layering, OneBorderCatchesTheExceptionsOfXapian) {
    std::vector<std::string> elsewhere;
    std::size_t in_destructors = 0;
    for (const Source& source : product()) {
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            const std::string code = code_of(source.lines[i]);
            const bool catches = code.find("catch") != std::string::npos && code.find("Xapian") != std::string::npos;
            if (!catches || source.name.starts_with("common/xapian_guard.")) {
                continue;
            }
            if (source.name == "indexer/index_writer.cc") {  // a destructor, which must not throw
                ++in_destructors;
            } else {
                elsewhere.push_back(source.name + ":" + std::to_string(i + 1));
            }
        }
    }
    EXPECT_THAT(elsewhere, IsEmpty());
    EXPECT_LE(in_destructors, 1U);
}

TEST(Layering, NothingCatchesEverythingInSilence) {
    EXPECT_THAT(places_with(product(), "catch (...)"), IsEmpty());
}

TEST(Layering, EveryHeaderSaysWhatItIsForAndIsIncludedOnce) {
    for (const Source& source : product()) {
        if (!is_header(source)) {
            continue;
        }
        ASSERT_FALSE(source.lines.empty()) << source.name;
        EXPECT_TRUE(source.lines[0].starts_with("// ")) << source.name << " starts without a comment";
        const auto first = std::find_if(source.lines.begin(), source.lines.end(), [](const std::string& line) {
            return !line.empty() && !line.starts_with("//");
        });
        ASSERT_NE(first, source.lines.end()) << source.name;
        EXPECT_EQ(*first, "#pragma once") << source.name;
    }
}

}  // namespace
}  // namespace saegin
