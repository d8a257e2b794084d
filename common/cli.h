// Command-line tables: each program declares its commands and flags once, and parsing and help come from that table.
//
//   const cli::Program program{"saegin-query", "...", {kDbFlag}, {{"search", "QUERY...", "ranked papers", flags,
//   run}}}; return cli::run(program, argc, argv);
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/result.h"

namespace saegin::cli {

/// Exit codes of all programs.
enum Exit : int {
    kDone = 0,     ///< done; for a search: found something
    kNothing = 1,  ///< nothing found
    kFailed = 2,   ///< error or wrong usage
};

/// One option of a program or command.
struct Flag {
    std::string name;   ///< long name without dashes: "vote-weight"
    std::string value;  ///< what stands for its value in help: "N"; empty for a switch
    std::string help;   ///< one sentence, without a full stop
    char letter = 0;    ///< short form, or 0
    bool many = false;  ///< takes all words up to the next flag
};

/// What was typed, checked against the table: known flags, each with its values, and the operands.
class Arguments {
public:
    Arguments() = default;
    Arguments(std::map<std::string, std::vector<std::string>> flags, std::vector<std::string> operands)
        : flags_(std::move(flags)), operands_(std::move(operands)) {}

    /// Whether the flag was given.
    [[nodiscard]] bool has(const std::string& flag) const { return flags_.contains(flag); }
    /// Its last value, if it was given.
    [[nodiscard]] std::optional<std::string> get(const std::string& flag) const;
    /// All its values, in the order typed.
    [[nodiscard]] std::vector<std::string> all(const std::string& flag) const;
    /// Its value as a whole number in [low, high], or `fallback` where it was not given. Error kUsage otherwise.
    [[nodiscard]] Result<std::int64_t> integer(const std::string& flag, std::int64_t fallback, std::int64_t low,
                                               std::int64_t high) const;
    /// Its value as a finite number in [low, high], or `fallback` where it was not given. Error kUsage otherwise.
    [[nodiscard]] Result<double> number(const std::string& flag, double fallback, double low, double high) const;
    /// Its value, which must be one of `allowed`; the first of them where it was not given. Error kUsage otherwise.
    [[nodiscard]] Result<std::string> choice(const std::string& flag, const std::vector<std::string>& allowed) const;
    /// What is no flag: file names, query words, ids.
    [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

    /// The operands with blanks between them, for what may be typed without quotation marks.
    [[nodiscard]] std::string text() const;

private:
    std::map<std::string, std::vector<std::string>> flags_;
    std::vector<std::string> operands_;
};

/// A command of a program. The one with an empty name runs when no command is named.
struct Command {
    std::string name;
    std::string operands;  ///< as help shows them: "QUERY..."; where empty, words that belong to no flag are refused
    std::string summary;   ///< one line, without a full stop
    std::vector<Flag> flags;
    std::function<Result<Exit>(const Arguments&)> run;
    std::string epilogue = {};  ///< what its help says behind the flags; whole lines
};

/// A whole program.
struct Program {
    std::string name;
    std::string summary;
    std::vector<Flag> flags;  ///< accepted by every command
    std::vector<Command> commands;
    std::string epilogue;  ///< examples, shown at the end of the help
};

/// The command that argv names and its arguments. Error kUsage for what the table does not know; its hint names the
/// nearest command or flag that it does know.
struct Invocation {
    const Command* command = nullptr;  ///< null where only help or the version is asked for
    Arguments arguments;
};
[[nodiscard]] Result<Invocation> parse(const Program& program, const std::vector<std::string>& words);

/// Help for the program, or for one of its commands.
[[nodiscard]] std::string help(const Program& program);
[[nodiscard]] std::string help(const Program& program, const Command& command);

/// Parses, runs, prints an error to standard error ("saegin-query: ...") and returns the exit code.
[[nodiscard]] int run(const Program& program, int argc, const char* const* argv);

}  // namespace saegin::cli
