/** The id that a resource locator holds, or what an expression gives in its place; '' when nothing is chosen. */
export function locatorId(value: unknown): string {
	const id: unknown = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	if (typeof id === 'number') return String(id);
	return typeof id === 'string' ? id.trim() : '';
}
