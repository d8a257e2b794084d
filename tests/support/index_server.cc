#include "tests/support/index_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace saegin::test {

namespace {

void check(bool good, const char* what) {
    if (!good) {
        throw std::system_error(errno, std::generic_category(), what);
    }
}

/// A socket, and the address of a port on the loopback.
class Socket {
public:
    explicit Socket(unsigned port) : descriptor_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        check(descriptor_ >= 0, "socket");
        address_.sin_family = AF_INET;
        address_.sin_port = htons(static_cast<std::uint16_t>(port));
        address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() { close(descriptor_); }

    [[nodiscard]] bool connects() const { return connect(descriptor_, address(), sizeof address_) == 0; }
    [[nodiscard]] unsigned bound_port() {
        check(bind(descriptor_, address(), sizeof address_) == 0, "bind");
        socklen_t length = sizeof address_;
        check(getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address_), &length) == 0, "getsockname");
        return ntohs(address_.sin_port);
    }

private:
    [[nodiscard]] const sockaddr* address() const { return reinterpret_cast<const sockaddr*>(&address_); }

    int descriptor_;
    sockaddr_in address_{};
};

/// Starts the server in a session of its own: on SIGTERM it ends its whole process group.
pid_t start(const std::string& index, unsigned port) {
    std::array<std::string, 7> words{"xapian-tcpsrv",      "--interface", "127.0.0.1", "--port",
                                     std::to_string(port), "--quiet",     index};
    std::array<char*, 8> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        arguments[i] = words[i].data();
    }
    posix_spawn_file_actions_t actions;  // it complains of clients that leave
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
    pid_t pid = 0;
    const int failed = posix_spawnp(&pid, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        throw std::system_error(failed, std::generic_category(), "xapian-tcpsrv (package xapian-tools)");
    }
    return pid;
}

bool has_ended(pid_t pid) {
    return waitpid(pid, nullptr, WNOHANG) == pid;
}

}  // namespace

IndexServer::IndexServer(const std::string& index) : index_(index) {
    constexpr int kMostPorts = 5;  // between being found free and used, a port may be taken by another program
    for (int attempt = 0; attempt < kMostPorts; ++attempt) {
        port_ = Socket{0}.bound_port();
        if (serve()) {
            return;
        }
    }
    throw std::runtime_error("no xapian-tcpsrv could be started for '" + index + "'");
}

bool IndexServer::serve() {
    pid_ = start(index_, port_);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (!has_ended(pid_)) {
        if (Socket{port_}.connects()) {
            return true;
        }
        if (std::chrono::steady_clock::now() > deadline) {
            stop();
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    pid_ = 0;
    return false;
}

void IndexServer::restart() {
    stop();
    constexpr int kMostAttempts = 50;
    for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
        if (serve()) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    throw std::runtime_error("no xapian-tcpsrv could be started again at port " + std::to_string(port_));
}

std::string IndexServer::address() const {
    return "tcp://127.0.0.1:" + std::to_string(port_);
}

void IndexServer::stop() {
    if (pid_ <= 0) {
        return;
    }
    ::kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
    pid_ = 0;
    // The process of a connection has the listening socket, too, and may end a moment later: who connects meanwhile is
    // cut off.
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (Socket{port_}.connects() && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
}

}  // namespace saegin::test
