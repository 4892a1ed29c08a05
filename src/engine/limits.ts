/** Every limit of the engine in one place, with the reason beside it. */
export const limits = {
  /** A sprint that runs longer goes in a circle without asking anything; it is ended kindly instead of hanging the server. */
  stepsPerSprint: 200,
  /** Flows inside flows; deeper nobody remembers the way back, so the menu is put below again. */
  runs: 8,
  /** "Quay lại" remembers this many questions; more would only make the session heavy. */
  trail: 20,
  /** Interrupted lessons kept for "Học tiếp"; more than three nobody recognises. */
  bookmarks: 3,
  /** Numbers 1–5 belong to the question; 6–9 and 0 are reserved everywhere. */
  choicesShown: 5,
  /** Typed text beyond this is not a chat message; it is cut before anything looks at it. */
  inputCharacters: 2_000,
  /** A question kept for staff beyond this is a story; what it asks stands at its beginning. */
  questionCharacters: 300,
  /** What a button can show on a 360 px phone in two lines. */
  labelCharacters: 60,
  /** One text of an author, whole in one message on every channel with the numbers under it (test/check/check.test.ts). */
  textCharacters: 1_400,
  /** States of one flow; a longer one should be two. */
  statesPerFlow: 120,
  /** Someone silent this long is told where they stopped. */
  welcomeBackAfterMs: 7 * 24 * 3_600_000,
  /** A short question this soon behind a page is still about it. */
  followsUpMs: 30 * 60_000,
  /** Reminders for one unfinished lesson; a third is a nuisance. */
  reminders: 2,
  /** On a shared phone, after this much silence somebody else may be holding it. */
  whoIsLearningAfterMs: 4 * 3_600_000,
  /** The same words, not understood, this many times in five minutes get a person instead of the same answer. */
  repeats: 4,
  /** Names here have up to four words; who writes more at "your name" may be saying something else. */
  nameWords: 4,
  /** An answer with more words around it is a sentence about something else. */
  answerWords: 14,
  /** "Which of these do you mean?": three are read at a glance. */
  topicsOffered: 3,
  /** Signs told of one message: the heaviest; who reads five reasons needs no sixth. */
  signsShown: 5,
  /** Recorded values are names and numbers, never a person's sentence. */
  recordCharacters: 80,
} as const;
