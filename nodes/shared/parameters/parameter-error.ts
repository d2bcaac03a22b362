/** A parameter that cannot be used as it is. Thrown before any request. */
export class ParameterError extends Error {
	/**
	 * @param parameter its name as the editor shows it
	 * @param message what is wrong with it, in a full sentence that names it
	 * @param advice what to do about it
	 */
	constructor(
		readonly parameter: string,
		message: string,
		readonly advice?: string,
	) {
		super(message);
		this.name = 'ParameterError';
	}
}
