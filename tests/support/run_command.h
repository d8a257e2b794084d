// Runs a program and keeps what it says. No shell: arguments reach the program as they are given here.
//
//   const CommandResult result = run_command({SAEGIN_INDEX, "--db", db, folder}, {.input = "..."});
//   EXPECT_EQ(result.exit_code, 0) << result.err;
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace saegin::test {

/// What a program gets beside its arguments.
struct CommandSetup {
    std::string input{};                     ///< its standard input
    std::vector<std::string> environment{};  ///< "NAME=value": set; "NAME": taken away. The rest is as it is here
    std::string output_file{};               ///< where its standard output goes instead of into the result
};

/// How it ended and what it said.
struct CommandResult {
    int exit_code = -1;  ///< -1 where a signal ended it
    int signal = 0;      ///< the signal that ended it
    std::string out;
    std::string err;
};

/// A program that runs. It is killed with this object unless it was waited for.
class Command {
public:
    /// Starts `words.front()`, a path, with the other words as its arguments. Throws std::system_error.
    explicit Command(const std::vector<std::string>& words, const CommandSetup& setup = {})
        : in_("stdin"), out_("stdout"), err_("stderr") {
        in_.fill(setup.input);
        posix_spawn_file_actions_t actions;
        check(posix_spawn_file_actions_init(&actions));
        check(posix_spawn_file_actions_adddup2(&actions, in_.descriptor(), STDIN_FILENO));
        if (setup.output_file.empty()) {
            check(posix_spawn_file_actions_adddup2(&actions, out_.descriptor(), STDOUT_FILENO));
        } else {
            check(posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, setup.output_file.c_str(), O_WRONLY, 0));
        }
        check(posix_spawn_file_actions_adddup2(&actions, err_.descriptor(), STDERR_FILENO));
        std::vector<std::string> arguments = words;
        std::vector<std::string> environment = environment_of(setup);
        const int failed = posix_spawn(&pid_, words.front().c_str(), &actions, nullptr, pointers(arguments).data(),
                                       pointers(environment).data());
        posix_spawn_file_actions_destroy(&actions);
        check(failed);
    }
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    ~Command() {
        if (pid_ > 0) {
            kill();
            (void)wait();
        }
    }

    /// Sends SIGKILL; nothing happens if it has ended by itself.
    void kill() const { ::kill(pid_, SIGKILL); }

    /// Whether it has ended. It still has to be waited for.
    [[nodiscard]] bool has_ended() const {
        siginfo_t info{};
        return waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid_;
    }

    /// Waits until it ends. To be called once.
    [[nodiscard]] CommandResult wait() {
        int status = 0;
        while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = 0;
        CommandResult result;
        result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        result.out = out_.content();
        result.err = err_.content();
        return result;
    }

private:
    /// A file in memory: unlike a pipe it never blocks, however much is written before anybody reads.
    class MemoryFile {
    public:
        explicit MemoryFile(const char* name) : descriptor_(memfd_create(name, MFD_CLOEXEC)) {
            check(descriptor_ < 0 ? errno : 0);
        }
        MemoryFile(const MemoryFile&) = delete;
        MemoryFile& operator=(const MemoryFile&) = delete;
        ~MemoryFile() { close(descriptor_); }

        [[nodiscard]] int descriptor() const { return descriptor_; }
        void fill(std::string_view content) const {
            while (!content.empty()) {
                const ssize_t written = write(descriptor_, content.data(), content.size());
                check(written <= 0 ? errno : 0);
                content.remove_prefix(static_cast<std::size_t>(written));
            }
            check(lseek(descriptor_, 0, SEEK_SET) < 0 ? errno : 0);
        }
        [[nodiscard]] std::string content() const {
            std::string text;
            std::array<char, 4096> chunk{};
            ssize_t length = 0;
            while ((length = pread(descriptor_, chunk.data(), chunk.size(), static_cast<off_t>(text.size()))) > 0) {
                text.append(chunk.data(), static_cast<std::size_t>(length));
            }
            return text;
        }

    private:
        int descriptor_;
    };

    static void check(int problem) {
        if (problem != 0) {
            throw std::system_error(problem, std::generic_category(), "cannot run a program");
        }
    }

    static std::vector<std::string> environment_of(const CommandSetup& setup) {
        const auto name_of = [](std::string_view setting) { return setting.substr(0, setting.find('=')); };
        std::vector<std::string> environment;
        for (char** at = environ; *at != nullptr; ++at) {
            const bool replaced = std::any_of(setup.environment.begin(), setup.environment.end(),
                                              [&](const std::string& own) { return name_of(own) == name_of(*at); });
            if (!replaced) {
                environment.emplace_back(*at);
            }
        }
        for (const std::string& own : setup.environment) {
            if (own.find('=') != std::string::npos) {
                environment.push_back(own);
            }
        }
        return environment;
    }

    static std::vector<char*> pointers(std::vector<std::string>& words) {
        std::vector<char*> out;
        for (std::string& word : words) {
            out.push_back(word.data());
        }
        out.push_back(nullptr);
        return out;
    }

    MemoryFile in_;
    MemoryFile out_;
    MemoryFile err_;
    pid_t pid_ = 0;
};

/// Runs a program to its end.
inline CommandResult run_command(const std::vector<std::string>& words, const CommandSetup& setup = {}) {
    return Command{words, setup}.wait();
}

}  // namespace saegin::test
