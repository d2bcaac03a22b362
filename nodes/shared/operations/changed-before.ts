/** A longer list of what was changed is told by its end. */
const NAMED = 20;

/**
 * What of a list of changes was done before one failed: their rows do not outlive the error.
 *
 * @param count how many, in the order of `ids`
 */
export function changedBefore(ids: readonly string[], count: number): string {
	if (count === 0) return 'none was changed before it.';
	const which =
		count > NAMED ? `all in their order, up to ${ids[count - 1] ?? ''}` : ids.slice(0, count).join(', ');
	return `${count} of ${ids.length} were changed before it: ${which}.`;
}
