// The databases that --db names. Three forms:
//
//   DIR                   the folder of an index
//   tcp://HOST:PORT       an index that xapian-tcpsrv serves
//   FILE                  a Xapian stub file: each line names a database, as "auto PATH", "glass PATH" (relative to the
//                         file) or "remote HOST:PORT". Empty lines and those that start with # say nothing
//
// A stub file may name kMostShards databases and take kMostStubBytes. What a line of another kind would do, such as
// starting a program, is not done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include <xapian.h>

#include "common/index_folder.h"
#include "common/result.h"

namespace saegin::query {

/// Databases that one stub file names at most.
inline constexpr std::size_t kMostShards = 256;
/// Size of a stub file at most.
inline constexpr std::uintmax_t kMostStubBytes = 64U << 10U;

/// Where xapian-tcpsrv listens.
struct ServerAddress {
    std::string host;
    unsigned port = 0;

    friend bool operator==(const ServerAddress&, const ServerAddress&) = default;
};

/// A database that is read as one with others.
struct Shard {
    std::string name;  ///< for people: the --db it comes from; of a stub file, with what its line says
    /// A folder of ours, a database of Xapian, or a server.
    std::variant<IndexFolder, std::filesystem::path, ServerAddress> place;

    [[nodiscard]] bool is_remote() const { return std::holds_alternative<ServerAddress>(place); }
    /// Bytes on disk; 0 for what lies elsewhere.
    [[nodiscard]] std::uintmax_t bytes() const;
};

/// The shard that is the folder of an index.
[[nodiscard]] Shard shard_of(const IndexFolder& folder);

/// The shards that the value of one --db names, at least one. Errors: kUsage for a malformed address, kVersion for a
/// file that is no stub file, kIo where it cannot be read.
[[nodiscard]] Result<std::vector<Shard>> shards_of(const std::string& db);

/// Opens a shard for reading and checks that this program can read it. An error names it. Errors: those of open_index,
/// and kUnreachable for a server that does not answer within a few seconds.
[[nodiscard]] Result<Xapian::Database> open_shard(const Shard& shard);

}  // namespace saegin::query
