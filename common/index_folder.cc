#include "common/index_folder.h"

#include <charconv>
#include <fstream>
#include <string_view>

#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/user_data.h"
#include "common/xapian_guard.h"

namespace saegin {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kStubLine = "glass generation-";

std::string quoted(const fs::path& path) {
    return "'" + path.string() + "'";
}

Error not_ours(const std::string& name) {
    return {Code::kVersion, name + " holds something that is no index of saegin",
            "give another folder with --db; nothing was changed"};
}

}  // namespace

fs::path IndexFolder::generation(unsigned number) const {
    return path_ / ("generation-" + std::to_string(number));
}

Result<std::optional<unsigned>> IndexFolder::current() const {
    std::error_code problem;
    const fs::file_status status = fs::status(path_, problem);
    if (status.type() == fs::file_type::not_found) {
        return std::optional<unsigned>{};
    }
    if (problem) {
        return Error{Code::kIo, "cannot look into " + quoted(path_) + ": " + problem.message(),
                     "check its permissions"};
    }
    if (status.type() != fs::file_type::directory) {
        return not_ours(quoted(path_));
    }
    if (!fs::exists(stub(), problem)) {
        // An empty folder is as good as none; one with only our unfinished work as well.
        for (fs::directory_iterator entry{path_, problem}; !problem && entry != fs::directory_iterator{}; ++entry) {
            const std::string name = entry->path().filename().string();
            if (name != "lock" && !name.starts_with("generation-") && !name.starts_with("XAPIANDB.")) {
                return not_ours(quoted(path_));
            }
        }
        if (problem) {
            return Error{Code::kIo, "cannot look into " + quoted(path_) + ": " + problem.message(),
                         "check its permissions"};
        }
        return std::optional<unsigned>{};
    }
    std::ifstream in{stub()};
    std::string line;
    if (!std::getline(in, line)) {
        return Error{Code::kIo, "cannot read " + quoted(stub()), "check its permissions"};
    }
    if (!line.starts_with(kStubLine)) {
        return not_ours(quoted(path_));
    }
    unsigned number = 0;
    const char* const begin = line.data() + kStubLine.size();
    const char* const end = line.data() + line.size();
    const auto [rest, failure] = std::from_chars(begin, end, number);
    if (failure != std::errc{} || rest != end) {
        return not_ours(quoted(path_));
    }
    return std::optional{number};
}

std::uintmax_t IndexFolder::bytes() const {
    const Result<std::optional<unsigned>> number = current();
    if (!number || !*number) {
        return 0;
    }
    std::uintmax_t total = 0;
    std::error_code problem;
    for (fs::directory_iterator file{generation(**number), problem}; !problem && file != fs::directory_iterator{};
         file.increment(problem)) {
        const std::uintmax_t size = file->file_size(problem);
        total += problem ? 0 : size;
    }
    return total;
}

Result<void> check_readable(const Xapian::Database& database, const std::string& name, const std::string& rebuild) {
    const std::string version = database.get_metadata(std::string{schema::kVersionKey});
    if (version.empty()) {
        return not_ours(name);
    }
    if (version != std::to_string(schema::kVersion)) {
        return Error{
            Code::kVersion,
            "the index " + name + " has schema " + version + ", this program reads " + std::to_string(schema::kVersion),
            rebuild};
    }
    const std::string analyzer = database.get_metadata(std::string{schema::kAnalyzerKey});
    if (analyzer != text::analyzer_fingerprint()) {
        return Error{Code::kVersion,
                     "the index " + name + " was made with the analyzer '" + analyzer + "', this program has '" +
                         text::analyzer_fingerprint() + "'",
                     rebuild};
    }
    return {};
}

Result<Xapian::Database> open_index(const IndexFolder& folder) {
    const Result<std::optional<unsigned>> number = folder.current();
    if (!number) {
        return number.error();
    }
    if (!*number) {
        return Error{Code::kNotFound, "no index at " + quoted(folder.path()),
                     "make one with: saegin-index --db " + folder.path().string() + " FOLDER"};
    }
    const std::string doing = "opening the index " + quoted(folder.path());
    Result<Xapian::Database> opened = guard(doing, [&]() -> Result<Xapian::Database> {
        Xapian::Database database{folder.path().string()};
        const std::string rebuild = "make it anew: saegin-index --rebuild --db " + folder.path().string() + " FOLDER";
        if (Result<void> readable = check_readable(database, quoted(folder.path()), rebuild); !readable) {
            return readable.error();
        }
        return database;
    });
    if (!opened && opened.error().code == Code::kNotFound) {  // the stub is there, but not what it names
        return Error{Code::kCorrupt, opened.error().message, "make it anew with --rebuild"};
    }
    return opened;
}

Result<lexicon::Lexicon> read_lexicon(const Xapian::Database& database) {
    Result<std::string> text =
        guard("reading the lexicon", [&] { return database.get_metadata(std::string{schema::kLexiconKey}); });
    if (!text) {
        return text.error();
    }
    return lexicon::Lexicon::from_text(*std::move(text));
}

Result<latent::LatentSpace> read_latent_space(const Xapian::Database& database) {
    const Result<std::string> text =
        guard("reading the latent space", [&] { return database.get_metadata(std::string{schema::kLatentKey}); });
    if (!text) {
        return text.error();
    }
    return latent::LatentSpace::from_text(*text);
}

Result<std::string> index_path(const std::optional<std::string>& typed) {
    if (typed) {
        if (typed->empty()) {
            return Error{Code::kUsage, "--db is empty", "give the folder of the index"};
        }
        return *typed;
    }
    if (std::optional<std::string> known = user_data("SAEGIN_DB", "index")) {
        return *std::move(known);
    }
    return Error{Code::kUsage, "no index folder is known", "give one with --db DIR or set SAEGIN_DB"};
}

}  // namespace saegin
