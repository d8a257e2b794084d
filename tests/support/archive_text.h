// Digests and JSON lines for tests, written out of a few facts.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace saegin::test {

/// What an entry says. The defaults make one that is whole.
struct PaperText {
    std::string id = "2408.00001";
    std::string title = "A Small Paper";
    std::string summary = "작은 논문이 검색을 설명합니다.";
    std::string votes = "7";  ///< as written; left out where empty
    std::string authors = "Ada Example, 김하나";
    std::string heading = "What's New";
};

/// An entry of a digest.
inline std::string entry_text(const PaperText& paper) {
    std::string text = "### [" + paper.title + "](https://arxiv.org/abs/" + paper.id + ")\n\n";
    text += paper.votes.empty() ? "" : "Vote: " + paper.votes + "\n\n";
    text += paper.authors.empty() ? "" : "Authors: " + paper.authors + "\n\n";
    return text + "- **" + paper.heading + "**: " + paper.summary + "\n\n";
}

/// A digest of one day: "2024-08-28".
inline std::string digest_text(const std::string& day, const std::vector<PaperText>& papers) {
    std::string text = "## Daily Papers (" + day + ")\n\n";
    for (const PaperText& paper : papers) {
        text += entry_text(paper);
    }
    return text;
}

/// The same papers as JSON lines.
inline std::string jsonl_text(const std::string& day, const std::vector<PaperText>& papers) {
    std::string text;
    for (const PaperText& paper : papers) {
        nlohmann::json json{
            {"id", paper.id}, {"title", paper.title}, {"text", paper.summary}, {"authors", paper.authors}};
        if (!day.empty()) {
            json["date"] = day;
        }
        if (!paper.votes.empty()) {
            json["votes"] = std::stoll(paper.votes);
        }
        text += json.dump() + "\n";
    }
    return text;
}

/// A paper with this id, drawn at random.
inline PaperText random_paper(const std::string& id, std::mt19937& random) {
    static const std::array<std::string, 10> titles{"Diffusion",  "for",      "Retrieval",  "with Llama-3",
                                                    "GPT-4o",     "Korean",   "Benchmarks", "Robots",
                                                    "$λ$-Tuning", "3D Scenes"};
    static const std::array<std::string, 14> sentences{
        "확산 모델(diffusion models)이 잡음에서 그림을 되살립니다.",
        "강화학습으로 로봇의 걸음을 가르칩니다.",
        "대규모 언어 모델(Large Language Models, LLMs)의 환각을 줄입니다.",
        "GPT-4o보다 작은 모델이 같은 점수를 얻습니다.",
        "검색 증강 생성(RAG)은 문서를 먼저 찾고 답을 씁니다.",
        "지식 증류를 거친 학생 모델은 세 배 빠릅니다.",
        "텍스트-이미지 생성에서 글자의 모양이 또렷해집니다.",
        "실험결과는 열두 언어의 말뭉치에서 고르게 나왔습니다.",
        "C++로 쓴 색인기는 메모리를 적게 씁니다.",
        "동영상의 시간 축을 따라 주의 집중을 나눕니다.",
        "Llama-3와 견주어 정확도가 4.2% 올랐습니다.",
        "트랜스포머의 블록마다 transformer 가중치를 나눕니다.",
        "환각(hallucination)은 강화 학습(Reinforcement Learning, RL)으로도 남습니다.",
        "데이터셋과 코드를 함께 공개합니다."};
    static const std::array<std::string, 6> names{"Ada Example", "김하나",     "Bo Sample",
                                                  "이두리",      "Cy O'Model", "박세찬"};
    const auto any = [&](const auto& list) -> const std::string& { return list[random() % list.size()]; };
    PaperText paper{.id = id, .title = any(titles), .summary = any(sentences), .votes = "", .authors = any(names)};
    for (auto words = random() % 5; words > 0; --words) {
        paper.title += " " + any(titles);
    }
    for (auto more = random() % 6; more > 0; --more) {
        paper.summary += " " + any(sentences);
    }
    if (random() % 4 != 0) {
        paper.votes = std::to_string(random() % 40);
    }
    if (random() % 3 == 0) {
        paper.authors += ", " + any(names);
    }
    paper.heading = random() % 4 == 0 ? "남은 문제" : "What's New";
    return paper;
}

}  // namespace saegin::test
