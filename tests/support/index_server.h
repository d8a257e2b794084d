// A xapian-tcpsrv that serves one index on the loopback for as long as the object lives.
//
//   const IndexServer server{folder.path().string()};
//   IndexReader::open(*shards_of(server.address()));
#pragma once

#include <sys/types.h>

#include <string>

namespace saegin::test {

/// Starts the server (package xapian-tools) and waits until it answers. Whatever fails throws.
class IndexServer {
public:
    explicit IndexServer(const std::string& index);
    IndexServer(const IndexServer&) = delete;
    IndexServer& operator=(const IndexServer&) = delete;
    ~IndexServer() { stop(); }

    /// "tcp://127.0.0.1:PORT".
    [[nodiscard]] std::string address() const;
    [[nodiscard]] unsigned port() const { return port_; }

    /// Ends all connections and serves on at the same port.
    void restart();
    /// Ends the server and all its connections. To be called any number of times.
    void stop();

private:
    [[nodiscard]] bool serve();

    std::string index_;
    pid_t pid_ = 0;
    unsigned port_ = 0;
};

}  // namespace saegin::test
