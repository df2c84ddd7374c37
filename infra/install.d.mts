/** Whether this Node is too old even to install with. */
export function isTooOld(version: string): boolean;
/** Whether what stands in node_modules is what package-lock.json asks for. */
export function isInstalled(root: string): boolean;
