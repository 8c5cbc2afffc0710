// In place of parts of libraries that are never called (vite.config.ts), so that they do not travel to the devices.

export default null;
