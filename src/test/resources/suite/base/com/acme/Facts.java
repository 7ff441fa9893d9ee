package com.acme;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.openjdk.jmh.runner.Runner;
import org.slf4j.LoggerFactory;

/** Writes what a fork sees on its class path to the file that the property {@code acme.facts} names, if it is set. */
final class Facts {
    private static final String[] OF_FANOUT = {
        "fanout.Main",
        "fanout.benchmark.FanOutBenchmark",
        "io.undertow.Undertow",
        "org.apache.hc.client5.http.classic.HttpClient",
        "org.HdrHistogram.Histogram",
        "picocli.CommandLine"
    };

    private Facts() {}

    static void write() throws IOException {
        String file = System.getProperty("acme.facts");
        if (file != null) {
            Files.writeString(Path.of(file), facts());
        }
    }

    private static String facts() throws IOException {
        StringBuilder facts = new StringBuilder();
        facts.append("jackson=").append(PackageVersion.VERSION).append('\n');
        facts.append("jackson.jar=").append(jar(ObjectMapper.class)).append('\n');
        facts.append("slf4j=")
                .append(LoggerFactory.getILoggerFactory().getClass().getName())
                .append('\n');
        facts.append("jmh=").append(jmh()).append('\n');
        for (String type : OF_FANOUT) {
            facts.append(type).append('=').append(isThere(type)).append('\n');
        }
        return facts.toString();
    }

    private static Path jar(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .getFileName();
    }

    private static String jmh() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Runner.class.getResourceAsStream("/jmh.properties")) {
            properties.load(in);
        }
        return properties.getProperty("jmh.version");
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
