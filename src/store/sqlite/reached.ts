/** The account a learner used last among those they are learning on now that have not blocked us; NULL when there is none. */
export const lastPhone = (learner: string): string =>
  `(SELECT a.id FROM account_learners al JOIN accounts a ON a.commune = al.commune AND a.id = al.account
    WHERE al.commune = ${learner}.commune AND al.learner = ${learner}.id AND a.learner = ${learner}.id AND a.blocked_at IS NULL ORDER BY a.seen_at DESC LIMIT 1)`;

/** The phone a request was made from, while whoever made it still learns there; else the one they used last. Of rows `t` of tickets and `l` of learners. */
export const phoneOfAsker = `coalesce((SELECT al.account FROM account_learners al WHERE al.commune = t.commune AND al.account = t.account AND al.learner = t.learner), ${lastPhone("l")})`;

/** As `remembered` in the engine: whoever agreed before the age was asked is not written to until they say it. */
export const agreed = "l.consent = 'yes' AND l.age IS NOT NULL AND l.age <> 'under16'";
