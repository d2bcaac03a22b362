/** Has callers who ask for the same while it is under way share the one answer. */
export function joinUnderWay<Result>(): (key: string, begin: () => Promise<Result>) => Promise<Result> {
	const underWay = new Map<string, Promise<Result>>();
	return async (key, begin) => {
		const running =
			underWay.get(key) ??
			begin().finally(() => {
				underWay.delete(key);
			});
		underWay.set(key, running);
		return running;
	};
}
