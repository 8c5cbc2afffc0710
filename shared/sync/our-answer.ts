/**
 * Header of every answer of our API. What stands between, such as the sign-in page of a hotspot or a provider's notice,
 * answers 200 to anything, also to a HEAD that has no content to look at; it does not send this.
 */
export const ANSWER_MARK = 'x-kerjaku';
