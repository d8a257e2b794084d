#include "query/recommend_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "common/text/unicode.h"
#include "query/day_flags.h"
#include "query/output/json_printer.h"
#include "query/output/text_printer.h"
#include "query/reader_profile.h"
#include "query/searcher.h"

namespace saegin::query {

namespace {

/// A profile that is kept under a name.
struct KeptProfile {
    std::filesystem::path file;
    ReaderProfile profile;
};

/// The profile of this name; an empty one where there is none yet.
Result<KeptProfile> open_profile(const std::string& name) {
    const Result<std::filesystem::path> file = profile_path(name);
    if (!file) {
        return file.error();
    }
    Result<ReaderProfile> profile = ReaderProfile::load(*file);
    if (!profile && (profile.error().code != Code::kNotFound || std::filesystem::exists(*file))) {
        return profile.error();
    }
    return KeptProfile{*file, profile ? *std::move(profile) : ReaderProfile{}};
}

PaperId id_of(const std::string& typed) {
    return PaperId{text::to_nfc(text::repair_utf8(typed).text)};
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
    for (const std::string& id : arguments.all("like")) {
        typed.like(id_of(id));
    }
    for (const std::string& id : arguments.all("dislike")) {
        typed.dislike(id_of(id));
    }
    return typed;
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
    }
    return ranking;
}

/// What was typed without ids that no index has: a slip must not stay in a profile.
ReaderProfile without_unknown(const ReaderProfile& typed, const std::vector<std::string>& unknown) {
    const auto is_known = [&](const PaperId& id) {
        return std::find(unknown.begin(), unknown.end(), id.value) == unknown.end();
    };
    ReaderProfile known;
    for (const PaperId& id : typed.taste().liked) {
        if (is_known(id)) {
            known.like(id);
        }
    }
    for (const PaperId& id : typed.taste().disliked) {
        if (is_known(id)) {
            known.dislike(id);
        }
    }
    for (const PaperId& id : typed.taste().seen) {
        known.see(id, std::nullopt);
    }
    return known;
}

/// Keeps what was typed and shown. The profile is read again first, so that what another run has added since stays.
Result<void> remember(const std::string& name, const ReaderProfile& typed, const Answer& answer, DigestDate today) {
    Result<KeptProfile> kept = open_profile(name);
    if (!kept) {
        return kept.error();
    }
    kept->profile.add(without_unknown(typed, answer.unknown));
    for (const Hit& hit : answer.hits) {
        kept->profile.see(hit.paper.id, today);
    }
    kept->profile.visit(today);
    return kept->profile.save(kept->file);
}

std::string text_of(const Answer& answer) {
    return answer.hits.empty() ? "Nothing is left to recommend: what is near was shown before or is of other days.\n"
                               : to_text(answer, style_for_standard_output());
}

Result<cli::Exit> run(const cli::Arguments& arguments, OpenReader open) {
    if (!arguments.operands().empty()) {
        return Error{Code::kUsage, "'" + arguments.operands().front() + "' belongs to no flag",
                     "give liked papers behind --like: saegin-query recommend --like 2408.15237"};
    }
    const std::optional<std::string> name = arguments.get("profile");
    KeptProfile kept;
    if (name) {
        Result<KeptProfile> found = open_profile(*name);
        if (!found) {
            return found.error();
        }
        kept = *std::move(found);
    }
    const Result<ReaderProfile> typed = read_typed(arguments);
    if (!typed) {
        return typed.error();
    }
    kept.profile.add(*typed);
    const Result<Ranking> ranking = read_ranking(arguments, kept.profile);
    if (!ranking) {
        return ranking.error();
    }
    Result<Searcher> searcher = open_searcher(arguments, open);
    if (!searcher) {
        return searcher.error();
    }
    const Result<Answer> answer = searcher->recommend(kept.profile.taste(), *ranking);
    if (!answer) {
        return answer.error();
    }
    std::cout << (arguments.has("json") ? to_json(*answer) + "\n" : text_of(*answer));
    if (name) {
        if (Result<void> kept_it = remember(*name, *typed, *answer, ranking->today); !kept_it) {
            return kept_it.error();
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
            "",
            "papers near those that you like, spread out, and why",
            {like,
             dislike,
             {"from", "FILE", "read likes from a file, an id a line; also lines of a profile; - is standard input"},
             {"profile", "NAME", "add these likes to a profile, and show nothing that it has shown before"},
             {"new", "", "with --profile: only papers since the day of your last visit"},
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
            "  visit 2024-08-28                the last visit\n"
            "Who likes what was disliked before, or the other way round, has changed their mind.\n"
            "\n"
            "  saegin-query recommend --like 2408.15237 2402.01831 --dislike 2401.00002\n"
            "  saegin-query recommend --profile audio --like 2402.01831    the first visit\n"
            "  saegin-query recommend --profile audio --new                what came in since\n"};
}

}  // namespace saegin::query
