/** What the node sets itself: the navigation block, paging, and the encoding of what it sends. */
const OWN = new Set(['object', 'action', 'actionObject', 'limit', 'offset', 'encoding']);

/**
 * Whether a parameter would take the place of one that the node sets, and so turn the request into another method. A
 * form parser in PHP's manner passes over blanks in front of a name and lets `action[x]` replace `action`.
 */
export function isOwnName(name: string): boolean {
	return OWN.has(name.trim().replace(/\[[^]*$/, ''));
}
