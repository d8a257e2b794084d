#include "common/cli.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <cmath>
#include <exception>
#include <iostream>

#include <fmt/format.h>

#include "common/nearest_name.h"
#include "common/version.h"

namespace saegin::cli {

namespace po = boost::program_options;

namespace {

constexpr const char* kOperands = "operand";
constexpr std::size_t kHelpColumn = 28;

const std::vector<Flag>& standard_flags() {
    static const std::vector<Flag> flags{{"help", "", "show this help", 'h'}, {"version", "", "show the version", 'V'}};
    return flags;
}

/// Where the command name stands in `words`, or words.size(): the first word that is neither a flag nor its value.
std::size_t find_command(const Program& program, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            return words.size();
        }
        if (word.size() < 2 || word[0] != '-') {
            return i;
        }
        const bool takes_next = std::any_of(program.flags.begin(), program.flags.end(), [&](const Flag& flag) {
            return !flag.value.empty() &&
                   (word == "--" + flag.name || (flag.letter != 0 && word == std::string{'-', flag.letter}));
        });
        i += takes_next ? 1 : 0;
    }
    return words.size();
}

const Command* command_named(const Program& program, std::string_view name) {
    const auto found = std::find_if(program.commands.begin(), program.commands.end(),
                                    [&](const Command& command) { return command.name == name; });
    return found == program.commands.end() ? nullptr : &*found;
}

std::string see_help(const Program& program, const Command* command) {
    const std::string name = command == nullptr || command->name.empty() ? "" : " " + command->name;
    return "see '" + program.name + name + " --help'";
}

/// "did you mean 'search'? ", or nothing where no name is near to what was typed. `dashes` stand before each name.
std::string did_you_mean(const std::string& typed, const std::vector<std::string>& names, const std::string& dashes) {
    const std::string meant = nearest_name(typed, names);
    return meant.empty() ? meant : "did you mean '" + dashes + meant + "'? else ";
}

std::vector<std::string> names_of(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    std::transform(commands.begin(), commands.end(), std::back_inserter(names),
                   [](const Command& command) { return command.name; });
    return names;
}

/// The long names of all flags that a command takes.
std::vector<std::string> flags_of(const Program& program, const Command* command) {
    std::vector<std::string> names;
    const auto add = [&](const std::vector<Flag>& flags) {
        std::transform(flags.begin(), flags.end(), std::back_inserter(names),
                       [](const Flag& flag) { return flag.name; });
    };
    add(standard_flags());
    add(program.flags);
    if (command != nullptr) {
        add(command->flags);
    }
    return names;
}

/// "limit" of "--limit=3".
std::string name_in(const std::string& flag) {
    const std::size_t begin = std::min(flag.find_first_not_of('-'), flag.size());
    return flag.substr(begin, flag.find('=') - begin);
}

po::options_description describe(const Program& program, const Command* command) {
    po::options_description options;
    const auto add = [&](const std::vector<Flag>& flags) {
        for (const Flag& flag : flags) {
            const std::string names = flag.letter == 0 ? flag.name : flag.name + "," + flag.letter;
            if (flag.value.empty()) {
                options.add_options()(names.c_str(), flag.help.c_str());
            } else {
                auto* const value = po::value<std::vector<std::string>>()->composing();
                options.add_options()(names.c_str(), flag.many ? value->multitoken() : value, flag.help.c_str());
            }
        }
    };
    add(standard_flags());
    add(program.flags);
    if (command != nullptr) {
        add(command->flags);
    }
    options.add_options()(kOperands, po::value<std::vector<std::string>>());
    return options;
}

std::string flag_rows(const std::vector<Flag>& flags) {
    std::string out;
    for (const Flag& flag : flags) {
        std::string left = flag.letter == 0 ? "      " : fmt::format("  -{}, ", flag.letter);
        left += "--" + flag.name + (flag.value.empty() ? "" : " " + flag.value);
        if (left.size() + 2 > kHelpColumn) {
            out += left + "\n" + std::string(kHelpColumn, ' ') + flag.help + "\n";
        } else {
            out += fmt::format("{:<{}}{}\n", left, kHelpColumn, flag.help);
        }
    }
    return out;
}

std::string usage_line(const Program& program, const Command& command) {
    return program.name + (command.name.empty() ? "" : " " + command.name) + " [options]" +
           (command.operands.empty() ? "" : " " + command.operands);
}

}  // namespace

std::optional<std::string> Arguments::get(const std::string& flag) const {
    const auto found = flags_.find(flag);
    if (found == flags_.end() || found->second.empty()) {
        return std::nullopt;
    }
    return found->second.back();
}

std::vector<std::string> Arguments::all(const std::string& flag) const {
    const auto found = flags_.find(flag);
    return found == flags_.end() ? std::vector<std::string>{} : found->second;
}

std::string Arguments::text() const {
    return fmt::format("{}", fmt::join(operands_, " "));
}

Result<std::int64_t> Arguments::integer(const std::string& flag, std::int64_t fallback, std::int64_t low,
                                        std::int64_t high) const {
    const auto text = get(flag);
    if (!text) {
        return fallback;
    }
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (problem != std::errc{} || end != text->data() + text->size() || value < low || value > high) {
        return Error{Code::kUsage, fmt::format("--{} is '{}'", flag, *text),
                     fmt::format("give a whole number from {} to {}", low, high)};
    }
    return value;
}

Result<double> Arguments::number(const std::string& flag, double fallback, double low, double high) const {
    const auto text = get(flag);
    if (!text) {
        return fallback;
    }
    double value = 0;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (problem != std::errc{} || end != text->data() + text->size() || !std::isfinite(value) || value < low ||
        value > high) {
        return Error{Code::kUsage, fmt::format("--{} is '{}'", flag, *text),
                     fmt::format("give a number from {} to {}", low, high)};
    }
    return value;
}

Result<std::string> Arguments::choice(const std::string& flag, const std::vector<std::string>& allowed) const {
    const auto text = get(flag);
    if (!text) {
        return allowed.front();
    }
    if (std::find(allowed.begin(), allowed.end(), *text) == allowed.end()) {
        return Error{Code::kUsage, fmt::format("--{} is '{}'", flag, *text),
                     fmt::format("give one of: {}", fmt::join(allowed, ", "))};
    }
    return *text;
}

Result<Invocation> parse(const Program& program, const std::vector<std::string>& words) {
    std::vector<std::string> rest = words;
    const Command* command = nullptr;
    const std::size_t at = find_command(program, words);
    if (at < words.size()) {
        command = command_named(program, words[at]);
        if (command != nullptr) {
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    const Command* const fallback = command_named(program, "");
    if (command == nullptr) {
        command = fallback;
    }
    const bool wants_help = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "--help" || word == "-h" || word == "--version" || word == "-V";
    });
    if (command == nullptr && !wants_help) {
        if (at < words.size()) {
            return Error{Code::kUsage, "unknown command '" + words[at] + "'",
                         did_you_mean(words[at], names_of(program.commands), "") + see_help(program, nullptr)};
        }
        return Error{Code::kUsage, "no command given", see_help(program, nullptr)};
    }
    try {
        po::positional_options_description operands;
        operands.add(kOperands, -1);
        const po::options_description options = describe(program, command);
        namespace style = po::command_line_style;
        const po::parsed_options parsed = po::command_line_parser(rest)
                                              .options(options)
                                              .positional(operands)
                                              .style((style::unix_style & ~style::allow_guessing) | style::allow_long)
                                              .run();
        std::map<std::string, std::vector<std::string>> flags;
        std::vector<std::string> given;
        for (const po::option& option : parsed.options) {
            if (option.string_key == kOperands) {
                given.insert(given.end(), option.value.begin(), option.value.end());
            } else {
                std::vector<std::string>& values = flags[option.string_key];
                values.insert(values.end(), option.value.begin(), option.value.end());
            }
        }
        if (command != nullptr && command->operands.empty() && !given.empty()) {
            return Error{Code::kUsage, "'" + given.front() + "' is one word too many",
                         "give flags only; " + see_help(program, command)};
        }
        return Invocation{command, Arguments{std::move(flags), std::move(given)}};
    } catch (const po::unknown_option& problem) {
        const std::string behind =
            command == nullptr || command->operands.empty() ? "" : "; put -- in front of words that start with a minus";
        const std::string meant = did_you_mean(name_in(problem.get_option_name()), flags_of(program, command), "--");
        return Error{Code::kUsage, problem.what(), meant + see_help(program, command) + behind};
    } catch (const po::error& problem) {
        return Error{Code::kUsage, problem.what(), see_help(program, command)};
    }
}

std::string help(const Program& program) {
    std::string out = program.name + ": " + program.summary + "\n\nUsage:\n";
    for (const Command& command : program.commands) {
        out += "  " + usage_line(program, command) + "\n      " + command.summary + "\n";
    }
    for (const Command& command : program.commands) {
        if (!command.flags.empty()) {
            out += "\nOptions" + (command.name.empty() ? "" : " of " + command.name) + ":\n" + flag_rows(command.flags);
        }
    }
    out += "\nOptions everywhere:\n" + flag_rows(program.flags) + flag_rows(standard_flags());
    out += "\nExit codes: 0 done (a search found something), 1 nothing found, 2 error or wrong usage.\n";
    return program.epilogue.empty() ? out : out + "\n" + program.epilogue;
}

std::string help(const Program& program, const Command& command) {
    std::string out = "Usage: " + usage_line(program, command) + "\n" + command.summary + "\n\nOptions:\n";
    out += flag_rows(command.flags) + flag_rows(program.flags) + flag_rows(standard_flags());
    return command.epilogue.empty() ? out : out + "\n" + command.epilogue;
}

int run(const Program& program, int argc, const char* const* argv) {
    const auto report = [&](const Error& error) {
        std::cerr << program.name << ": " << to_string(error) << "\n";
        return static_cast<int>(kFailed);
    };
    try {
        const Result<Invocation> invocation = parse(program, std::vector<std::string>(argv + 1, argv + argc));
        if (!invocation) {
            return report(invocation.error());
        }
        if (invocation->arguments.has("version")) {
            std::cout << program.name << " " << kVersion << "\n";
            return kDone;
        }
        if (invocation->arguments.has("help")) {
            const Command* const command = invocation->command;
            std::cout << (command == nullptr || command->name.empty() ? help(program) : help(program, *command));
            return kDone;
        }
        const Result<Exit> exit = invocation->command->run(invocation->arguments);
        std::cout.flush();
        if (exit && !std::cout) {
            return report({Code::kIo, "writing to standard output failed", "is the disk full or the pipe closed?"});
        }
        return exit ? static_cast<int>(*exit) : report(exit.error());
    } catch (const std::bad_alloc&) {
        return report({Code::kIo, "out of memory", "index fewer files at a time"});
    } catch (const std::exception& problem) {
        return report({Code::kInternal, problem.what(), "this is a defect of " + program.name + ": please report it"});
    }
}

}  // namespace saegin::cli
