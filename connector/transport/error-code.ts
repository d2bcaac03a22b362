/** By shape and not by class: Node's own modules may throw errors of another realm than ours. */
export function isObject(
	error: unknown,
): error is Partial<Record<'name' | 'code' | 'cause' | 'errors', unknown>> {
	return typeof error === 'object' && error !== null;
}

/** The system's code of a failure, wherever it is; '' where it has none. */
export function codeOf(error: unknown): string {
	if (!isObject(error)) return '';
	const { name, code, cause, errors } = error;
	if (typeof code === 'string') return code;
	// undici's own class for what its parser refuses; the code is often missing.
	if (name === 'HTTPParserError') return 'HPE_INVALID';
	// Several addresses were tried; they failed alike often enough for the first to speak for all.
	return codeOf(Array.isArray(errors) ? errors[0] : cause);
}
