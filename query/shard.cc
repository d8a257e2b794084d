#include "query/shard.h"

#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/xapian_guard.h"

namespace saegin::query {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kServerScheme = "tcp://";
// A server on this machine or in this network connects in milliseconds; one that is gone must not keep anybody waiting.
constexpr unsigned kConnectMilliseconds = 3000;
constexpr unsigned kAnswerMilliseconds = 5000;

/// Reads HOST:PORT; the host may be an IPv6 address in brackets.
std::optional<ServerAddress> read_address(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) {
        host = host.substr(1, host.size() - 2);
    }
    unsigned port = 0;
    constexpr unsigned kLastPort = 65535;
    const auto [rest, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    const bool whole = failure == std::errc{} && rest == digits.data() + digits.size();
    if (!whole || port == 0 || port > kLastPort || host.empty() ||
        host.find_first_of("/ \t@") != std::string_view::npos) {
        return std::nullopt;
    }
    return ServerAddress{std::string{host}, port};
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r";
    const std::size_t begin = text.find_first_not_of(kBlank);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// The shard of one line of a stub file; nothing where the line is of no form that is read.
std::optional<Shard> read_line(std::string_view line, const fs::path& file) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view kind = line.substr(0, blank);
    const std::string_view rest = trimmed(line.substr(blank));
    std::string name = std::string{rest} + "' of '" + file.string();
    if (kind == "remote") {
        std::optional<ServerAddress> address = read_address(rest);
        return address ? std::optional{Shard{std::string{kServerScheme} + name, std::move(*address)}} : std::nullopt;
    }
    if (rest.empty() || (kind != "auto" && kind != "glass")) {
        return std::nullopt;
    }
    const fs::path path = file.parent_path() / fs::path{rest};  // an absolute path replaces what it is added to
    std::error_code ignored;
    if (fs::exists(IndexFolder{path}.stub(), ignored)) {
        return Shard{std::move(name), IndexFolder{path}};
    }
    return Shard{std::move(name), path};
}

Result<std::vector<Shard>> read_stub(const fs::path& file) {
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(file, problem);
    std::ifstream in{file};
    if (problem || !in) {
        return Error{Code::kIo, "cannot read '" + file.string() + "'", "check its permissions"};
    }
    const Error not_a_stub{Code::kVersion, "'" + file.string() + "' is neither an index nor a list of indexes",
                           "give a folder, tcp://HOST:PORT, or a file with lines like: remote HOST:PORT"};
    if (size > kMostStubBytes) {
        return not_a_stub;
    }
    std::vector<Shard> shards;
    std::string text;
    for (std::size_t number = 1; std::getline(in, text); ++number) {
        const std::string_view line = trimmed(text);
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        std::optional<Shard> shard = read_line(line, file);
        if (!shard || shards.size() == kMostShards) {
            Error error = not_a_stub;
            error.where = {file.string(), number};
            return error;
        }
        shards.push_back(std::move(*shard));
    }
    return shards.empty() ? Result<std::vector<Shard>>{not_a_stub} : Result<std::vector<Shard>>{std::move(shards)};
}

Result<Xapian::Database> open_database(const fs::path& path, const std::string& name) {
    return guard("opening the index '" + name + "'", [&]() -> Result<Xapian::Database> {
        Xapian::Database database{path.string()};
        const Result<void> readable = check_readable(database, "'" + name + "'", "make it anew with --rebuild");
        return readable ? Result<Xapian::Database>{std::move(database)} : Result<Xapian::Database>{readable.error()};
    });
}

Result<Xapian::Database> open_server(const ServerAddress& address, const std::string& name) {
    Result<Xapian::Database> opened = guard("asking the server '" + name + "'", [&]() -> Result<Xapian::Database> {
        Xapian::Database database =
            Xapian::Remote::open(address.host, address.port, kAnswerMilliseconds, kConnectMilliseconds);
        const Result<void> readable = check_readable(
            database, "'" + name + "'", "make it anew where it lies, with this version of saegin-index --rebuild");
        return readable ? Result<Xapian::Database>{std::move(database)} : Result<Xapian::Database>{readable.error()};
    });
    if (!opened && opened.error().code == Code::kUnreachable) {
        return Error{Code::kUnreachable, opened.error().message,
                     "start it (xapian-tcpsrv --interface ADDRESS --port " + std::to_string(address.port) +
                         " DIR), or search the others with --partial"};
    }
    return opened;
}

}  // namespace

std::uintmax_t Shard::bytes() const {
    if (const auto* const folder = std::get_if<IndexFolder>(&place)) {
        return folder->bytes();
    }
    std::uintmax_t total = 0;
    if (const auto* const path = std::get_if<fs::path>(&place)) {
        std::error_code problem;
        for (fs::directory_iterator file{*path, problem}; !problem && file != fs::directory_iterator{};
             file.increment(problem)) {
            const std::uintmax_t size = file->file_size(problem);
            total += problem ? 0 : size;
        }
    }
    return total;
}

Shard shard_of(const IndexFolder& folder) {
    return {folder.path().string(), folder};
}

Result<std::vector<Shard>> shards_of(const std::string& db) {
    if (db.starts_with(kServerScheme)) {
        std::optional<ServerAddress> address = read_address(std::string_view{db}.substr(kServerScheme.size()));
        if (!address) {
            return Error{Code::kUsage, "'" + db + "' is no address of a server", "write it as tcp://HOST:PORT"};
        }
        return std::vector<Shard>{{db, std::move(*address)}};
    }
    std::error_code ignored;  // what cannot be looked at is told of when it is opened
    if (fs::is_regular_file(db, ignored)) {
        return read_stub(db);
    }
    return std::vector<Shard>{shard_of(IndexFolder{db})};
}

Result<Xapian::Database> open_shard(const Shard& shard) {
    if (const auto* const server = std::get_if<ServerAddress>(&shard.place)) {
        return open_server(*server, shard.name);
    }
    if (const auto* const path = std::get_if<fs::path>(&shard.place)) {
        return open_database(*path, shard.name);
    }
    return open_index(std::get<IndexFolder>(shard.place));
}

}  // namespace saegin::query
