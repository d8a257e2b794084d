#include "query/recommend_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/unicode.h"
#include "query/day_flags.h"
#include "query/output/json_printer.h"
#include "query/output/text_printer.h"
#include "query/profile_file.h"
#include "query/reader_profile.h"
#include "query/recommender.h"
#include "query/searcher.h"

namespace saegin::query {

namespace {

/// An id as typed or pasted, without blanks around it. Error kUsage for none.
Result<PaperId> id_of(const std::string& typed) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::string text = text::to_nfc(text::repair_utf8(typed).text);
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string::npos) {
        return Error{Code::kUsage, "an id is empty", "give ids of papers: --like 2408.15237"};
    }
    return PaperId{text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin)};
}

/// What the command line says: the lists of --from, then --like and --dislike.
Result<ReaderProfile> read_typed(const cli::Arguments& arguments) {
    ReaderProfile typed;
    for (const std::string& file : arguments.all("from")) {
        const Result<ReaderProfile> list = ReaderProfile::load(file == "-" ? "/dev/stdin" : file);
        if (!list) {
            return list.error();
        }
        typed.add(*list);
    }
    for (const char* const flag : {"like", "dislike"}) {
        for (const std::string& word : arguments.all(flag)) {
            const Result<PaperId> id = id_of(word);
            if (!id) {
                return id.error();
            }
            std::string_view{flag} == "like" ? typed.like(*id) : typed.dislike(*id);
        }
    }
    return typed;
}

/// The same with the ids of the index, so that a paper is one however it is named.
Result<ReaderProfile> with_own_ids(const ReaderProfile& profile, Searcher& searcher) {
    const Result<std::vector<PaperId>> own = searcher.own_ids(profile.ids());
    return own ? Result<ReaderProfile>{profile.renamed(*own)} : Result<ReaderProfile>{own.error()};
}

Result<Ranking> read_ranking(const cli::Arguments& arguments, const ReaderProfile& profile) {
    Ranking ranking;
    ranking.today = today();
    const Result<std::int64_t> limit = arguments.integer("limit", 10, 1, kMostResults);
    const Result<double> weight = arguments.number("vote-weight", ranking.parameters.recommend_vote, 0, kMaxVoteWeight);
    const Result<double> spread = arguments.number("spread", ranking.parameters.recommend_spread, 0, 1);
    const Result<DayRange> days = day_range(arguments, ranking.today);
    for (const Error* error : {limit ? nullptr : &limit.error(), weight ? nullptr : &weight.error(),
                               spread ? nullptr : &spread.error(), days ? nullptr : &days.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    ranking.limit = static_cast<std::size_t>(*limit);
    ranking.parameters.recommend_vote = *weight;
    ranking.parameters.recommend_spread = *spread;
    ranking.since = days->since;
    ranking.until = days->until;
    ranking.explain = arguments.has("explain");
    if (arguments.has("new")) {
        if (!arguments.has("profile") || arguments.has("since")) {
            return Error{Code::kUsage, "--new needs --profile NAME, and no --since",
                         "the profile knows when your last visit was"};
        }
        ranking.since = profile.last_visit();  // none before the first visit: all is new
        if (ranking.since && ranking.until && *ranking.until < *ranking.since) {
            return Error{Code::kUsage, "--until is before " + to_string(*ranking.since) + ", where --new starts",
                         "no paper can be between them"};
        }
    }
    return ranking;
}

/// Lines "WORD ID" for what `typed` has and `before` has not, but for slips: ids that no index has, unless one is
/// missing.
std::string new_lines(const char* word, const std::vector<PaperId>& before, const std::vector<PaperId>& typed,
                      const Answer& answer) {
    std::set<std::string> left_out;
    std::transform(before.begin(), before.end(), std::inserter(left_out, left_out.end()),
                   [](const PaperId& id) { return id.value; });
    if (answer.missing.empty()) {
        left_out.insert(answer.unknown.begin(), answer.unknown.end());
    }
    std::string lines;
    for (const PaperId& id : typed) {
        const bool is_one_line = id.value.find_first_of("\r\n") == std::string::npos;
        lines += !left_out.contains(id.value) && is_one_line ? fmt::format("{} {}\n", word, id.value) : "";
    }
    return lines;
}

/// What a visit adds to a profile: what was typed and is new, and what was shown.
std::string news(const ReaderProfile& before, const ReaderProfile& typed, const Answer& answer, DigestDate today,
                 std::optional<DigestDate> newest) {
    const Taste old_taste = before.taste();
    const Taste taste = typed.taste();
    std::string lines = new_lines("like", old_taste.liked, taste.liked, answer) +
                        new_lines("dislike", old_taste.disliked, taste.disliked, answer) +
                        new_lines("seen", old_taste.seen, taste.seen, answer);
    if (newest && newest != before.last_visit()) {
        lines += "visit " + to_string(*newest) + "\n";
    }
    for (const Hit& hit : answer.hits) {
        lines += "seen " + to_string(today) + " " + hit.paper.id.value + "\n";
    }
    return lines;
}

/// Tells of likes and dislikes that were too many to count.
void tell_of_limits(const Taste& taste) {
    for (const auto& [what, papers] : {std::pair{"liked", taste.liked.size()}, {"disliked", taste.disliked.size()}}) {
        if (papers > kMostTastes) {
            std::cerr << fmt::format("only the last {} of {} {} papers count\n", kMostTastes, papers, what);
        }
    }
}

std::string text_of(const Answer& answer, const Ranking& ranking) {
    if (!answer.hits.empty()) {
        return to_text(answer, style_for_standard_output());
    }
    const std::string since = ranking.since ? " since " + to_string(*ranking.since) : "";
    const std::string until = ranking.until ? " until " + to_string(*ranking.until) : "";
    return fmt::format("Nothing is left to recommend{}{}.\n", since, until);
}

Result<cli::Exit> run(const cli::Arguments& arguments, OpenReader open) {
    if (!arguments.operands().empty()) {
        return Error{Code::kUsage, "'" + arguments.operands().front() + "' belongs to no flag",
                     "give liked papers behind --like: saegin-query recommend --like 2408.15237"};
    }
    const Result<ReaderProfile> typed = read_typed(arguments);
    if (!typed) {
        return typed.error();
    }
    std::optional<ProfileFile> file;  // held until the end, so that two runs cannot show the same
    if (const std::optional<std::string> name = arguments.get("profile")) {
        Result<ProfileFile> opened = ProfileFile::open(*name);
        if (!opened) {
            return opened.error();
        }
        file.emplace(*std::move(opened));
    }
    const Result<Ranking> ranking = read_ranking(arguments, file ? file->profile() : ReaderProfile{});
    if (!ranking) {
        return ranking.error();
    }
    Result<Searcher> searcher = open_searcher(arguments, open);
    if (!searcher) {
        return searcher.error();
    }
    const Result<ReaderProfile> before = with_own_ids(file ? file->profile() : ReaderProfile{}, *searcher);
    const Result<ReaderProfile> now = with_own_ids(*typed, *searcher);
    const Result<std::optional<DigestDate>> newest = searcher->newest_day();
    if (!before || !now || !newest) {
        return !before ? before.error() : !now ? now.error() : newest.error();
    }
    ReaderProfile reader = *before;
    reader.add(*now);
    const Taste taste = reader.taste();
    tell_of_limits(taste);
    const Result<Answer> answer = searcher->recommend(taste, *ranking);
    if (!answer) {
        return answer.error();
    }
    std::cout << (arguments.has("json") ? to_json(*answer) + "\n" : text_of(*answer, *ranking)) << std::flush;
    if (!std::cout) {  // what nobody saw was not shown
        return Error{Code::kIo, "writing to standard output failed", "is the disk full or the pipe closed?"};
    }
    if (file) {
        // A day to come is a slip of one paper, and must not hide all others from then on.
        const auto visit = *newest ? std::optional{std::min(**newest, ranking->today)} : std::nullopt;
        const std::string lines = news(*before, *now, *answer, ranking->today, visit);
        if (Result<void> kept = file->append(lines); !kept) {
            return kept.error();
        }
    }
    return answer->hits.empty() ? cli::kNothing : cli::kDone;
}

}  // namespace

cli::Command recommend_command(OpenReader open) {
    const RankingParameters defaults;
    cli::Flag like{"like", "ID...", "papers that you like"};
    cli::Flag dislike{"dislike", "ID...", "papers of which you want no more"};
    like.many = dislike.many = true;
    return {"recommend",
            "--like ID... | --from FILE | --profile NAME",
            "papers near those that you like, spread out, and why",
            {like,
             dislike,
             {"from", "FILE", "read likes from a file, an id a line; also lines of a profile; - is standard input"},
             {"profile", "NAME", "add these likes to a profile, and show nothing that it has shown before"},
             {"new", "", "with --profile: only papers since the newest day that the archive had at your last visit"},
             {"limit", "N", "papers shown (default: 10)", 'n'},
             {"spread", "S",
              fmt::format("0 for the nearest papers, up to 1 for papers unlike each other (default: {})",
                          defaults.recommend_spread)},
             {"vote-weight", "W",
              fmt::format("how much votes count beside likeness (default: {})", defaults.recommend_vote)},
             since_flag(),
             until_flag(),
             {"explain", "", "tell what each score is the sum of"},
             {"json", "", "print one JSON object (query/output/FORMAT.md)"}},
            [open](const cli::Arguments& arguments) { return run(arguments, open); },
            "A profile is a text file in $SAEGIN_PROFILES, else ~/.local/share/saegin/profiles. It may be edited:\n"
            "  like 2408.15237\n"
            "  dislike 2401.00002\n"
            "  seen 2024-08-28 2408.00001      shown on that day; the day may be left out\n"
            "  visit 2024-08-28                the newest day of the archive at a visit\n"
            "  # a comment\n"
            "What comes later counts. A file for --from may have the same lines, or ids alone, which are likes.\n"
            "\n"
            "  saegin-query recommend --like 2408.15237 2402.01831 --dislike 2312.00752\n"
            "  saegin-query recommend --profile audio --like 2402.01831    the first visit\n"
            "  saegin-query recommend --profile audio --new                what came in since\n"};
}

}  // namespace saegin::query
